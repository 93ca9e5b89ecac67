import { readingOf } from '../../src/server/intake.ts';
import type { KeptReport } from '../../src/server/desk-port.ts';
import type { Suggestion } from '../../src/reading/reading.ts';
import type { NewStatement } from '../../src/record/command.ts';
import { excerptAt } from '../../src/terms/excerpt.ts';

type Excerpt = NonNullable<NewStatement['excerpt']>;

/** Cuts excerpts out of a report by a few words that stand in it. */
export class Clipping {
  readonly text: string;
  readonly #hash: string;
  readonly #suggestions: Suggestion[];

  constructor(report: KeptReport) {
    this.text = report.words;
    this.#hash = report.text;
    this.#suggestions = readingOf(report).suggestions;
  }

  /** The sentence that holds some words, the first one in the report. */
  sentence(words: string): Excerpt {
    const place = this.#place(words);
    const start = this.text.lastIndexOf('\n', place) + 1;
    const end = this.text.indexOf('\n', place);
    const paragraph = this.text.slice(start, end < 0 ? undefined : end);
    const sentences = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(paragraph);
    const { index, segment } = sentences.containing(place - start)!;
    const trimmed = segment.trimEnd();
    return { ...excerptAt(this.text, start + index, start + index + trimmed.length), report: this.#hash };
  }

  /** The report's own words, from some words to the next others. */
  words(from: string, to: string): string {
    const start = this.#place(from);
    return this.text.slice(start, this.text.indexOf(to, start) + to.length);
  }

  /** The first suggestion of a sort whose excerpt holds some words; `null` where reading suggests none. */
  find(sort: Suggestion['sort'], words: string): Suggestion | null {
    return this.#suggestions.find((one) => one.sort === sort && one.excerpt.exact.includes(words)) ?? null;
  }

  /** What is suggested for some words. Throws `Error` where reading suggests nothing. */
  suggestion(sort: Suggestion['sort'], words: string): Suggestion & { excerpt: Excerpt } {
    const found = this.find(sort, words);
    if (found === null) throw new Error(`reading suggests nothing that holds “${words}”`);
    return { ...found, excerpt: { ...found.excerpt, report: this.#hash } };
  }

  #place(words: string): number {
    const place = this.text.indexOf(words);
    if (place < 0) throw new Error(`the report does not hold “${words}”`);
    return place;
  }
}
