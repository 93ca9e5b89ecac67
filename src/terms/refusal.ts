import { commandRefusals } from './command-refusals.ts';
import { journalRefusals } from './journal-refusals.ts';
import type { Article } from './refusal-article.ts';
import { reportRefusals } from './report-refusals.ts';
import { requestRefusals } from './request-refusals.ts';
import { statementRefusals } from './statement-refusals.ts';
import { storyRefusals } from './story-refusals.ts';

/** How a refusal is answered: which of HTTP's answers it is, without speaking of HTTP. */
export type RefusalSort = 'invalid' | 'unknown' | 'conflict' | 'too-large' | 'forbidden' | 'signed-out' | 'unavailable';

/**
 * Every refusal there is: its code, and the article made from the wrong values.
 *
 * The codes are stable; `docs/errors.md` lists each of them, which a test compares.
 */
const articles = {
  ...reportRefusals,
  ...statementRefusals,
  ...journalRefusals,
  ...storyRefusals,
  ...requestRefusals,
  ...commandRefusals,
};

/** The stable code of a refusal. */
export type RefusalCode = keyof typeof articles;

/** The values from which a code's article is made. */
type WrongOf<Code extends RefusalCode> = Parameters<(typeof articles)[Code]> extends [infer Wrong] ? Wrong : object;

/** A code with the wrong values that its article needs. */
type Coded = { [Code in RefusalCode]: [code: Code, wrong: WrongOf<Code>] }[RefusalCode];

/** All codes, in the order of the table. */
export const refusalCodes = Object.keys(articles) as RefusalCode[];

/** What was asked cannot be done: a stable code for programs and a sentence, a cause and a next step for people. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly sort: RefusalSort;
  readonly why: string;
  readonly next: string;
  /** The wrong values, from which the sentences were made. */
  readonly wrong: object;

  constructor(...[code, wrong]: Coded) {
    const made = (articles[code] as (wrong: object) => Article)(wrong);
    super(made.says);
    this.name = 'Refusal';
    this.code = code;
    this.wrong = wrong;
    this.sort = made.sort;
    this.why = made.cause;
    this.next = made.next;
  }
}
