/** Whether two names are one person's: letter case, width, white space and what is invisible aside. */
export function isSamePerson(one: string, other: string): boolean {
  return personKey(one) === personKey(other);
}

/** What a person's name has in common with all its spellings that mean the same person; to be compared, never shown. */
export function personKey(name: string): string {
  // Upper case first: it is what makes one of “ß” and “SS”.
  return shownName(name).toUpperCase().toLowerCase().normalize('NFKC');
}

/** A person's name as it is shown: without what cannot be seen, and with single spaces between its words. */
export function shownName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
