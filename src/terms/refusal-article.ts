import type { RefusalSort } from './refusal.ts';

/** What a refusal says, made from the wrong values. */
export interface Article {
  sort: RefusalSort;
  /** What is wrong, with the wrong value in it. */
  says: string;
  /** Why that usually happens. */
  cause: string;
  /** What to do next. */
  next: string;
}

/** A table of refusals: for each code the article, made from the wrong values. */
export type Articles = Record<string, (wrong: never) => Article>;

/** An article in the order in which it is read. */
export const article = (sort: RefusalSort, says: string, cause: string, next: string): Article => ({
  sort,
  says,
  cause,
  next,
});

/** A text shortened for a message: at most 80 characters, one line. */
export function short(value: string | number): string {
  const line = String(value).replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
