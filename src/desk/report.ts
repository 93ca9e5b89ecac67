import type { ChangedFigure } from '../reading/changed-figures.ts';
import type { Reading, TextBlock } from '../reading/reading.ts';
import { excerptAt, type Excerpt } from '../terms/excerpt.ts';

/** A report in the list of those the desk keeps; `null` means unknown. */
export interface ListedReport {
  /** The hash of the clean text: the report's name. */
  text: string;
  /** A line by which an editor knows it again: its title, or how it begins. */
  line: string;
  origin: string | null;
  fileName: string | null;
  takenIn: string;
  takenInBy: string;
}

/** A report with its clean text and what reading found in it. */
export interface KeptReport extends ListedReport {
  reading: Reading;
  /** The near-copies that the desk keeps, with the figures that changed from the earlier to the later one. */
  near: { text: string; line: string; changes: ChangedFigure[] }[];
}

/** The excerpt between two places without the white space at its ends; `null` where no words are left. */
export function excerptBetween(text: string, from: number, to: number): Excerpt | null {
  const words = text.slice(from, to);
  if (words.trim() === '') return null;
  const start = from + words.length - words.trimStart().length;
  return excerptAt(text, start, start + words.trim().length);
}

/** Whether an excerpt touches a block that asks for money: that is no statement, and payment details never come from a report. */
export function touchesAppeal(blocks: readonly TextBlock[], { start, end }: Excerpt): boolean {
  return blocks.some((block) => block.kind === 'appeal' && block.start < end && block.end > start);
}

/** Whether an excerpt stands once in the text with the words around it, as the record asks. */
export function standsOnce(text: string, { prefix, exact, suffix }: Excerpt): boolean {
  const whole = prefix + exact + suffix;
  const found = text.indexOf(whole);
  return found >= 0 && text.indexOf(whole, found + 1) < 0;
}
