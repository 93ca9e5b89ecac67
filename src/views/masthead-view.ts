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
  /** What the story was called before, oldest first, and what ended it; of many the last. */
  earlierTitles: StoryRecord['earlierTitles'];
  /** How many there are, those before the listed ones too. */
  earlier: number;
}

/** How many earlier headlines the top of the page lists; it comes with every frame. */
const titlesListed = 3;

/** The top of a story's page. The record must hold at least one revision. */
export function mastheadView(record: StoryRecord): MastheadView {
  const { story, title, summary, language, zone, last, posts, earlierTitles } = record;
  const [revision, count] = [revisionOf(record), posts.length];
  const [earlier, listed] = [earlierTitles.length, earlierTitles.slice(-titlesListed)];
  return { story, title, summary, language, zone, revision, last: last!, posts: count, earlierTitles: listed, earlier };
}
