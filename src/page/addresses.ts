import type { PostId, SubjectId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';

/** What a reader may ask of the page: the order of the stream, where it starts, the revision seen last, and the past. */
export interface PageQuery {
  order: 'newest' | 'oldest';
  /** The number of the post before which (newest first) or after which (oldest first) the page starts; `null` at the start. */
  from: number | null;
  /** The revision that the reader saw last; `null` where the reader did not say. */
  since: number | null;
  /** The moment of the past that is asked for, as `?at=` names it; `null` for what stands now. */
  at: string | null;
}

/**
 * Every address that Stet answers, as the server's patterns.
 *
 * This is the one place where an address is written.
 */
export const patterns = {
  front: '/',
  story: '/:story',
  post: '/:story/post-:post',
  subject: '/:story/subject-:subject',
  corrections: '/:story/corrections',
  data: '/:story/data',
  subjectData: '/:story/data/subject-:subject',
  day: '/:story/on/:day',
  timeMap: '/:story/timemap',
  after: '/:story/after/:revision',
  next: '/:story/next/:revision',
  segment: '/:story/segments/:segment',
  stream: '/:story/stream',
  icon: '/favicon.ico',
  asset: '/assets/*',
  health: '/healthz',
  ready: '/readyz',
  metrics: '/metrics',
  desk: '/desk',
  signIn: '/desk/sign-in',
  signOut: '/desk/sign-out',
  deskMe: '/desk/api/me',
  deskStories: '/desk/api/stories',
  deskStory: '/desk/api/stories/:story',
  deskDue: '/desk/api/stories/:story/due',
  deskSubject: '/desk/api/stories/:story/subject-:subject',
  deskPreview: '/desk/api/stories/:story/preview',
  deskCommands: '/desk/api/stories/:story/commands',
  deskDrafts: '/desk/api/stories/:story/drafts',
  deskDraft: '/desk/api/stories/:story/drafts/:draft',
  deskReports: '/desk/api/reports',
  deskReport: '/desk/api/reports/:report',
  deskUnreadReports: '/desk/api/unread-reports',
  deskUnreadReport: '/desk/api/unread-reports/:report',
  deskFeeds: '/desk/api/feeds',
  deskFeed: '/desk/api/feeds/:feed',
} as const;

/** Names that no story may have, because an address of the server has them. */
export const reservedNames: ReadonlySet<string> = new Set([
  'desk',
  'favicon.ico',
  'assets',
  'healthz',
  'readyz',
  'metrics',
  'api',
]);

/** The address of a story's page. */
export function storyAddress(story: string, query: Partial<PageQuery> = {}): string {
  const asked = new URLSearchParams();
  if (query.at != null) asked.set('at', query.at);
  if (query.order === 'oldest') asked.set('order', 'oldest');
  if (query.from != null) asked.set('from', String(query.from));
  if (query.since != null) asked.set('since', String(query.since));
  const text = asked.toString();
  return `/${story}${text && `?${text}`}`;
}

/** The address of one post's own page, of the past where a moment is given. */
export function postAddress(story: string, post: PostId, at: string | null = null): string {
  return `/${story}/${post}${asOf(at)}`;
}

/** The address of one subject's own page, with all that was ever stated of it, of the past where a moment is given. */
export function subjectAddress(story: string, subject: SubjectId, at: string | null = null): string {
  return `/${story}/${subject}${asOf(at)}`;
}

/** The address of a story's page as JSON. */
export function dataAddress(story: string): string {
  return `/${story}/data`;
}

/** The address of one subject as JSON, with all that was ever stated of it. */
export function subjectDataAddress(story: string, subject: SubjectId): string {
  return `/${story}/data/${subject}`;
}

/** The address of all of a story's corrections, clarifications and withdrawals, of the past where a moment is given. */
export function correctionsAddress(story: string, at: string | null = null): string {
  return `/${story}/corrections${asOf(at)}`;
}

function asOf(at: string | null): string {
  return at === null ? '' : `?${new URLSearchParams({ at }).toString()}`;
}

/** The address of what changed on the page after a revision. */
export function afterAddress(story: string, revision: number): string {
  return `/${story}/after/${revision}`;
}

/**
 * The address of a story's stream of frames, for a page that stands at a revision.
 *
 * `since` is the moment since when what the page says holds; without it, what time alone changes is sent at once.
 */
export function streamAddress(story: string, after: number, since: Moment | null): string {
  return `/${story}/stream?${since === null ? '' : `since=${encodeURIComponent(since)}&`}after=${after}`;
}

/** The address of the desk, on a story and with a report open where they are given. */
export function deskAddress(open: { story?: string; report?: string } = {}): string {
  const asked = new URLSearchParams(open).toString();
  return `/desk${asked && `?${asked}`}`;
}

/** The address of a one-time link: it signs one person in and opens the desk. */
export function signInAddress(token: string, open: { story?: string; report?: string } = {}): string {
  return `${patterns.signIn}?${new URLSearchParams({ token, ...open }).toString()}`;
}

/** The address of what is recorded now about a day, for instance `2022-03-08`. */
export function dayAddress(story: string, day: string): string {
  return `/${story}/on/${day}`;
}

/** What has a past of its own: a story's page, or what stands after the story's name in the address of another. */
export type Original = '' | 'corrections' | 'data' | PostId | SubjectId | `data/${SubjectId}`;

/** The address of what has a past: of what stands now, or of a revision. */
export function originalAddress(story: string, original: Original, revision: number | null = null): string {
  return `/${story}${original && `/${original}`}${revision === null ? '' : `?at=${revision}`}`;
}

/** The address of the list of all that an address showed, after a revision. */
export function timeMapAddress(story: string, original: Original, after: number): string {
  const asked = new URLSearchParams();
  if (original !== '') asked.set('of', original);
  if (after !== 0) asked.set('after', String(after));
  const text = asked.toString();
  return `/${story}/timemap${text && `?${text}`}`;
}
