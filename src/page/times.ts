import { firstInstant, type Moment, type PartialDate, type When } from '../terms/when.ts';
import { html, phrase, type Html } from './html.ts';
import type { Setting } from './setting.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A date format, made once. */
export function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  let made = formats.get(key);
  if (made === undefined) formats.set(key, (made = new Intl.DateTimeFormat(locale, options)));
  return made;
}

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A moment in the story's zone as `<time>`: the clock first, then the day. */
export function clockTime({ words, zone }: Setting, at: Moment): Html {
  const date = new Date(at);
  const [on, hour] = [day, clock].map((part) => format(words.locale, { ...part, timeZone: zone }).format(date));
  return html`<time datetime="${at}"><b>${hour!}</b> ${on!}</time>`;
}

/** A moment in the story's zone as `<time>`, within a sentence. */
export function time({ words, zone }: Setting, at: Moment): Html {
  const date = new Date(at);
  const [on, hour] = [day, clock].map((part) => format(words.locale, { ...part, timeZone: zone }).format(date));
  return html`<time datetime="${at}">${words.dayAndTime(on!, hour!)}</time>`;
}

/** A zone by its name and how far it is from UTC at a moment: `Europe/Kyiv, UTC+2`. */
export function zoneName(zone: string, at: Moment): string {
  const { offset } = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const short = offset.replace(/^([+-])0?(\d+):00$/, '$1$2').replace(/^([+-])0(\d:)/, '$1$2');
  return zone === 'UTC' ? zone : `${zone}, UTC${short === '+0' ? '' : short}`;
}

/** When something happened or was said, as exactly as the words say, with those words. */
export function whenText(setting: Setting, when: When): Html {
  const { words } = setting;
  const { from, to, words: printed } = when;
  const starts = partialDate(setting, from);
  const ends = to === null || to === from ? null : partialDate(setting, to);
  const span = to === null ? words.openEnd(starts) : ends === null ? starts : words.span(starts, ends);
  return html`${span}${zoneNote(setting, when)}${printed && html` (<q>${phrase(printed)}</q>)`}`;
}

/** Which zone a time of the clock is in, where that is not the story's; that nobody said, where nobody did. */
export function zoneNote(setting: Setting, { from, to, zone }: When): string {
  const timed = from.length > 10 || (to?.length ?? 0) > 10;
  return !timed || zone === setting.zone ? '' : ` (${zone ?? setting.words.zoneNotStated})`;
}

/** A date as it was printed on a report: in our form where it can be read, else as it stands. */
export function printedDate(setting: Setting, date: string): Html {
  if (/^\d{4}(-\d{2}){0,2}$/.test(date) && exists(() => firstInstant(date, 'UTC'))) return partialDate(setting, date);
  if (exists(() => Temporal.Instant.from(date))) {
    return time(setting, Temporal.Instant.from(date).toString({ smallestUnit: 'millisecond' }));
  }
  return phrase(date);
}

function exists(read: () => Temporal.Instant): boolean {
  try {
    return read() !== undefined;
  } catch {
    return false;
  }
}

/** A partial date as `<time>`, no more exact than it is; a day in the form given. */
export function partialDate({ words }: Setting, date: PartialDate, form: Intl.DateTimeFormatOptions = day): Html {
  const [on = '', hour] = date.split('T');
  const parts = ({ 4: { year: 'numeric' }, 7: { month: 'long', year: 'numeric' } } as const)[on.length] ?? form;
  const text = format(words.locale, { ...parts, timeZone: 'UTC' }).format(new Date(on));
  return html`<time datetime="${date}">${hour === undefined ? text : words.dayAndTime(text, hour)}</time>`;
}
