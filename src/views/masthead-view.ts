import { revisionOf, type Ending, type Stamp, type StoryRecord } from '../record/record.ts';

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
  /** The last end of the coverage, whether or not it went on after it; `null` where it never ended. */
  lastEnding: Ending | null;
  /** How often it ended. */
  ended: number;
}

/** How many earlier headlines the top of the page lists; it comes with every frame. */
const titlesListed = 3;

/** The top of a story's page. The record must hold at least one revision. */
export function mastheadView(record: StoryRecord): MastheadView {
  const { story, title, summary, language, zone, last, posts, earlierTitles, endings } = record;
  const [revision, count] = [revisionOf(record), posts.length];
  const [earlier, listed] = [earlierTitles.length, earlierTitles.slice(-titlesListed)];
  return {
    story,
    title,
    summary,
    language,
    zone,
    revision,
    last: last!,
    posts: count,
    earlierTitles: listed,
    earlier,
    lastEnding: endings.at(-1) ?? null,
    ended: endings.length,
  };
}
