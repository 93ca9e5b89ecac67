/** What may stand between the digits of a number as it is printed: a space of any width, a dash, a dot, a slash. */
const gap = '[\\p{Z}\\t\\p{Pd}−./·]{0,2}';

/** An IBAN, and an address of a digital currency; each is known by its form, whatever it stands in. */
const account = `\\b[A-Z]{2}\\p{Nd}{2}(?:${gap}[A-Z\\p{Nd}]{4}){3,}(?:${gap}[A-Z\\p{Nd}]{1,3}\\b)?|\\b0x[\\da-f]{40}\\b|\\b(?:bc1|[13])[a-z\\d]{25,59}\\b`;

/** A number long enough to be paid into: eight digits or more, or a sort code. */
const number = `(?:\\p{Nd}${gap}){7,}\\p{Nd}|\\b\\p{Nd}{2}[\\p{Pd}−]\\p{Nd}{2}[\\p{Pd}−]\\p{Nd}{2}\\b`;

const accounts = new RegExp(account, 'giu');
const payable = new RegExp(`${account}|${number}`, 'giu');

/** An address of the web alone; it may hold any number. Not whatever parses as one: “account: 12345678” does. */
const webAddress = /^https?:\/\/\S+$/i;

/** Whether a text holds what looks like account details: digits of any script, however they are set apart. */
export function holdsPayable(text: string): boolean {
  return !webAddress.test(text) && text.normalize('NFKC').search(payable) !== -1;
}

/** Whether a text that may be a long number by itself, as a charity's is, holds an account. */
export function holdsAccount(text: string): boolean {
  return text.normalize('NFKC').search(accounts) !== -1;
}

/** A text of an appeal with what could be paid into left out, and what stands there said instead. */
export function withoutPayable(text: string, instead: string): string {
  const plain = text.normalize('NFKC');
  return plain.search(payable) === -1 ? text : plain.replace(payable, instead);
}
