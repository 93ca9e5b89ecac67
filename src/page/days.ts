import { dayOf, type Moment, type PartialDate, type When } from '../terms/when.ts';
import { html, phrase, type Html } from './html.ts';
import type { Setting } from './setting.ts';
import { format, partialDate, whenText, zoneNote } from './times.ts';

const shortDay = { day: 'numeric', month: 'long' } as const;
const weekday = { weekday: 'long', ...shortDay } as const;

/**
 * When something is or was, as one says it on the day of reading: “tomorrow (Thursday 10 March)”, with the words printed.
 *
 * It is absolute where the setting has no moment, where the time is not one of the days around it, and where only one of
 * its ends has a clock.
 */
export function dueText(setting: Setting, when: When): Html {
  const { words } = setting;
  const { from, to, words: printed } = when;
  const day = isPartly(when) ? null : oneDay(setting, when);
  const near = day === null ? undefined : words.nearDays[daysAfterToday(setting, day) ?? Number.NaN];
  if (near === undefined) return whenText(setting, when);
  const named = format(words.locale, { ...weekday, timeZone: 'UTC' }).format(new Date(day!));
  const quoted = printed !== null && printed !== near ? html`, <q>${phrase(printed)}</q>` : null;
  const hours = [from, ...(to === null || to === from ? [] : [to])].flatMap((date) => date.split('T')[1] ?? []);
  const clock = hours.length === 2 ? words.span(html`${hours[0]!}`, html`${hours[1]!}`) : (hours[0] ?? null);
  const text = html`${near} (<time datetime="${from}">${named}</time>${quoted})`;
  const timed = clock === null ? text : words.hoursOf(text, clock);
  return html`${to === null ? words.openEnd(timed) : timed}${zoneNote(setting, when)}`;
}

const hasClock = (date: PartialDate) => date.length > 10;

/** Whether only one end of a time has a clock: what it was at the other nobody said. */
const isPartly = ({ from, to }: When) => to !== null && hasClock(from) !== hasClock(to);

/** Whether a time is one day, or less, and can be said with “on”. */
export function isOneDay(when: When): boolean {
  const { from, to } = when;
  return from.length >= 10 && to?.slice(0, 10) === from.slice(0, 10) && !isPartly(when);
}

/** When something was, without its words and without “yesterday”; the year only where it is not the reader's. */
export function dateText(setting: Setting, when: When): Html {
  const { words } = setting;
  const { from, to } = when;
  const year = setting.moment === null ? '' : dayOf(setting.moment, setting.zone).slice(0, 4);
  const short = (date: PartialDate) =>
    partialDate(setting, date, date.length > 7 && date.startsWith(year) && year !== '' ? shortDay : undefined);
  if (to === null || to === from) return html`${short(from)}${zoneNote(setting, when)}`;
  const sameDay = hasClock(from) && hasClock(to) && from.slice(0, 10) === to.slice(0, 10);
  const end = sameDay ? html`<time datetime="${to}">${to.slice(11)}</time>` : short(to);
  return html`${words.span(short(from), end)}${zoneNote(setting, when)}`;
}

/** How long ago something was said, in days of the story's zone; nothing on the day itself. */
export function ageText(setting: Setting, said: When | null, recorded: Moment): Html | null {
  const day = said === null ? dayOf(recorded, setting.zone) : oneDay(setting, said);
  const ahead = day === null ? null : daysAfterToday(setting, day);
  return ahead === null || ahead >= 0 ? null : html`, ${setting.words.daysAgo(-ahead)}`;
}

/** The one day that a time lies in, or begins on where its end is not known; `null` where it is longer, or of another zone. */
function oneDay({ zone }: Setting, when: When): PartialDate | null {
  const { from, to } = when;
  if (from.length < 10 || (when.zone !== null && when.zone !== zone)) return null;
  const day = from.slice(0, 10);
  return to === null || to.slice(0, 10) === day ? day : null;
}

/** How many days after the reader's day a day is; `null` where the setting has no moment. */
function daysAfterToday({ moment, zone }: Setting, day: PartialDate): number | null {
  if (moment === null) return null;
  return Temporal.PlainDate.from(dayOf(moment, zone)).until(Temporal.PlainDate.from(day)).days;
}
