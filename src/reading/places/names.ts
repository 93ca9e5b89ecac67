const letters: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };
const short: Record<string, string> = { saint: 'st', sainte: 'ste', mount: 'mt', fort: 'ft' };

/** Whether a word of a name is shortened where another word follows it. */
export const isShortened = (word: string): boolean => Object.hasOwn(short, word);

/** A place's name as it is looked up: no marks, stops or apostrophes, in lower case, hyphens as spaces, “Saint” as “st”. */
export function lookupKey(name: string): string {
  const plain = (/^[A-Za-z ]+$/.test(name) ? name.toLowerCase() : unmarked(name)).trim();
  return plain.includes(' ') ? plain.replace(/(?<![^ ])(?:sainte?|mount|fort)(?= )/g, (word) => short[word]!) : plain;
}

function unmarked(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.'’‘ʼʹʻ`]/gu, '')
    .replace(/[łøđðıßæœþ]/g, (letter) => letters[letter]!)
    .replace(/&/g, ' and ')
    .replace(/[\s\-‐‑–]+/g, ' ');
}

/**
 * A folded name with what transliterations differ in taken out: y, i and j, h and g, doubled letters, soft signs.
 *
 * One for “izhevskiy” and “izhevski”, “gorlovka” and “horlavka”.
 */
export function loose(folded: string): string {
  return folded
    .replace(/(?:iy|yi|yy|ii|ij|yj|[yj])/g, 'i')
    .replace(/i[aeou]/g, (pair) => pair[1]!)
    .replace(/kh|gh|g/g, 'h')
    .replace(/ts|tz/g, 'c')
    .replace(/w/g, 'v')
    .replace(/[eo]/g, (vowel) => (vowel === 'o' ? 'a' : 'i'))
    .replace(/(\p{L})\1+/gu, '$1');
}
