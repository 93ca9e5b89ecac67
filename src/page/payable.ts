/** Numbers long enough to be paid into: eight digits or more in a row, a sort code, an IBAN. */
const payable = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,}(?: ?[A-Z0-9]{1,3})?\b|(?:\d[ -]?){7,}\d|\b\d{2}-\d{2}-\d{2}\b/gi;

/** A text of an appeal with what could be paid into left out, and what stands there said instead. */
export function withoutPayable(text: string, instead: string): string {
  return text.replace(payable, instead);
}
