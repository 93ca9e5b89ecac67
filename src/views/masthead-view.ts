import { revisionOf, type Stamp, type StoryRecord } from '../record/record.ts';

/** What the top of a story's page says, and its line in the list of stories. */
export interface MastheadView {
  story: string;
  title: string;
  summary: string | null;
  language: string;
  zone: string;
  revision: number;
  /** When the last revision was published. */
  last: Stamp;
  /** How many posts were ever published. */
  posts: number;
}

/** The top of a story's page. The record must hold at least one revision. */
export function mastheadView(record: StoryRecord): MastheadView {
  const { story, title, summary, language, zone, last, posts } = record;
  return { story, title, summary, language, zone, revision: revisionOf(record), last: last!, posts: posts.length };
}
