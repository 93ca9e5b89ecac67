import { firstDay, padded, partial } from './calendar.ts';
import type { Rule, Values } from './rule.ts';
import { away, hanging, incomplete, type Scene, type Sense } from './sense.ts';

const fullDay = 24 * 60;

/** A minute of a day; without a day it has no stretch. */
export function atMinute(minute: number, day: number | null, zone: string | null): Sense {
  const time = `T${padded(Math.floor(minute / 60), 2)}:${padded(minute % 60, 2)}`;
  if (day === null) return { ...hanging(`XXXX-XX-XX${time}`, 'TIME'), zone };
  // Midnight at the end of a day is the first minute of the next.
  const next = minute === fullDay ? away('day', 1, day).from : null;
  const date = partial(day, 'day');
  const from = next === null ? date + time : `${next}T00:00`;
  return { ...incomplete(date + time, 'TIME'), from, to: from, zone };
}

/** A part of a day; its hours are nobody's, so that the day is as exact as it gets. */
export function inPart(part: string, day: number | null): Sense {
  const date = day === null ? null : partial(day, 'day');
  const to = part === 'NI' && day !== null ? away('day', 1, day).from : date;
  const sense = incomplete(`${date ?? 'XXXX-XX-XX'}T${part}`, 'TIME');
  return { ...sense, from: date, to, period: day === null ? null : { grain: 'day', n: day }, hangs: day === null };
}

const mentionedDay = (scene: Scene): number | null => (scene.last?.grain === 'day' ? scene.last.n : scene.today);
const at =
  (minute: (v: Values) => number): Rule =>
  (v, scene) => {
    const n = minute(v);
    return n >= 0 && n <= fullDay
      ? atMinute(n, scene.day ?? scene.today, v.text('ZONE') || v.text('AREA') || null)
      : null;
  };
const part =
  (by: number, code?: string): Rule =>
  (v, scene) =>
    inPart(code ?? v.text('PART'), scene.today === null ? null : scene.today + by);
const hour = (v: Values): number => v.number('HOUR') * 60;
const halved = (minute: number, v: Values): number => (minute % 720) + v.number('AMPM') * 60;
/** “5.30 in the morning”, “three in the afternoon”. */
function inItsPart(v: Values): number {
  const minute = v.maybe('CLOCK24') ?? v.maybe('DOTTED') ?? hour(v);
  return minute < 780 ? (minute % 720) + (v.text('PART') === 'MO' ? 0 : 720) : minute;
}
/** A time on a clock of twelve hours, before or after noon: nobody said. */
const uncertain =
  (minute: (v: Values) => number): Rule =>
  (v) => {
    const n = minute(v);
    return incomplete(`XXXX-XX-XXT${padded(Math.floor(n / 60), 2)}:${padded(n % 60, 2)}`, 'TIME');
  };
const ofMentioned =
  (by: number) =>
  (v: Values, scene: Scene): Sense => {
    const day = mentionedDay(scene);
    return inPart(v.text('PART'), day === null ? null : day + by);
  };

/** Times of the day. */
export const clock: [string, Rule][] = [
  ['CLOCK ZONE?', at((v) => v.number('CLOCK'))],
  ['CLOCK24 ZONE?', at((v) => v.number('CLOCK24'))],
  ['CLOCK24|DOTTED AMPM ZONE?', at((v) => halved(v.maybe('CLOCK24') ?? v.number('DOTTED'), v))],
  ['HOUR AMPM ZONE?', at((v) => halved(hour(v), v))],
  ["HOUR o'clock|o’clock", uncertain(hour)],
  ['DOTTED ZONE', at((v) => v.number('DOTTED'))],
  ['HHMM ZONE?', at((v) => v.number('HHMM'))],
  ['HHMM hours', at((v) => v.number('HHMM'))],
  ['the? previous|preceding PART', ofMentioned(-1)],
  ['noon|midday ZONE?', at(() => 12 * 60)],
  ['midnight ZONE?', at(() => fullDay)],
  ['CLOCK AREA time', at((v) => v.number('CLOCK'))],
  ['CLOCK24 AREA time', at((v) => v.number('CLOCK24'))],
  ['HOUR AMPM AREA time', at((v) => halved(hour(v), v))],
  ['CLOCK24|DOTTED AMPM AREA time', at((v) => halved(v.maybe('CLOCK24') ?? v.number('DOTTED'), v))],
  ["HOUR o'clock|o’clock? in the PART", at(inItsPart)],
  ['CLOCK24|DOTTED in the PART', at(inItsPart)],
  ['HOUR at night', at((v) => hour(v) + (v.number('HOUR') < 5 ? 0 : 720))],
  ['half past HOUR', uncertain((v) => hour(v) + 30)],
  ['quarter past HOUR', uncertain((v) => hour(v) + 15)],
  ['quarter to HOUR', uncertain((v) => hour(v) - 15)],
  ['overnight', part(-1, 'NI')],
  ['EDGE', (v, scene) => inPart(v.text('EDGE'), scene.day ?? scene.today)],
  ['this PART', part(0)],
  ['the PART', ofMentioned(0)],
  ['mid -? PART', (v, scene) => ({ ...ofMentioned(0)(v, scene), mod: 'MID' })],
  ['tonight', part(0, 'NI')],
  ['last night', part(-1, 'NI')],
  ['that same? PART', ofMentioned(0)],
  ['the same PART', ofMentioned(0)],
  ['the next|following PART', ofMentioned(1)],
];

/** A clock time or part of a day together with its day, which stands beside it. */
export function joined(time: Sense, date: Sense): Sense {
  const [, of = ''] = time.value.split('T');
  const day = dayOf(date);
  const { mod, zone } = time;
  // A day nobody knows, such as “Friday” without the day of the report.
  if (day === null) return { ...hanging(`${date.value}T${of}`, 'TIME'), mod, zone };
  const [hour, minute] = of.split(':').map(Number);
  return { ...(minute === undefined ? inPart(of, day) : atMinute(hour! * 60 + minute, day, zone)), mod };
}

/** The day of a sense that is one day. */
export const dayOf = (sense: Sense): number | null =>
  sense.type === 'DATE' && sense.period?.grain === 'day' ? firstDay(sense.period) : null;

/** Whether a sense is one day, be it known or not. */
export const isDay = (sense: Sense): boolean =>
  dayOf(sense) !== null ||
  (sense.hangs && sense.type === 'DATE' && /^XXXX-(?:W?XX|\d\d)-(?:XX|\d{1,2})$/.test(sense.value));
