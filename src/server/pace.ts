import type { Moment } from '../terms/when.ts';

/** Times in seconds. */
const bounds = {
  /** Between two polls of a feed that says nothing of it, and at least for one that does. */
  poll: 300,
  /** At most, for one that says so itself: who covers a crisis waits no longer for what is new. */
  told: 1800,
  /** At most, for one that fails, and for one that asks to be left alone. */
  failing: 6 * 3600,
  asked: 24 * 3600,
};

/** What was told of when to ask again. */
export interface Told {
  /** How often the feed says that it changes, in seconds. */
  every: number | null;
  /** The header `Cache-Control` of its answer. */
  cacheControl: string | null;
}

/** How many seconds to wait before a feed that answered is polled again: as long as it told, within bounds. */
export function pollAfter(told: Told | null): number {
  return Math.min(Math.max(bounds.poll, told?.every ?? 0, maxAge(told?.cacheControl ?? null) ?? 0), bounds.told);
}

/** How many seconds to wait before a feed that failed is asked again: longer each time, and no less than it asks for. */
export function retryAfter(failures: number, header: string | null, now: Moment): number {
  const again = Math.min(bounds.poll * 2 ** failures, bounds.failing);
  return Math.max(again, Math.min(secondsOf(header, now) ?? 0, bounds.asked));
}

/** How long an answer stays fresh. Source: RFC 9111, section 5.2.2.1 */
function maxAge(cacheControl: string | null): number | null {
  const found = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(cacheControl ?? '');
  return found && Number(found[1]);
}

/** What `Retry-After` says: a number of seconds, or a date. Source: RFC 9110, section 10.2.3 */
function secondsOf(header: string | null, now: Moment): number | null {
  if (header === null) return null;
  if (/^\s*\d{1,10}\s*$/.test(header)) return Number(header);
  const seconds = (Date.parse(header) - Date.parse(now)) / 1000;
  return Number.isNaN(seconds) ? null : Math.ceil(seconds);
}
