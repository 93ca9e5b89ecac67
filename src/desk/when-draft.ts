import type { When } from '../terms/when.ts';

/** A time as it is being typed. */
export interface WhenDraft {
  from: string;
  /** Whether it is just `from`, lasts until `to`, or ends nobody knows when. */
  end: 'same' | 'until' | 'unknown';
  to: string;
  words: string;
  /** Empty where the zone is unknown. */
  zone: string;
}

/** A time of which nothing is known. */
export const noTime: WhenDraft = { from: '', end: 'same', to: '', words: '', zone: '' };

const textOrNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** The time that was typed; `null` where nothing was. */
export function whenOf({ from, end, to, words, zone }: WhenDraft): When | null {
  if (from.trim() === '') return null;
  return {
    from: from.trim(),
    to: end === 'same' ? from.trim() : end === 'until' ? to.trim() : null,
    zone: textOrNull(zone),
    words: textOrNull(words),
  };
}

/** A time of the record as it is typed, so that it can be typed over. */
export function draftOfWhen(when: When | null): WhenDraft {
  if (when === null) return noTime;
  const { from, to, zone, words } = when;
  const end = to === null ? 'unknown' : to === from ? 'same' : 'until';
  return { from, end, to: end === 'until' ? (to ?? '') : '', zone: zone ?? '', words: words ?? '' };
}

/** Whether a typed time is a date that exists, or nothing at all. */
export function isReadable({ from, end, to, words }: WhenDraft): boolean {
  if (from.trim() === '') return words.trim() === '' && (end !== 'until' || to.trim() === '');
  return isDate(from.trim()) && (end !== 'until' || isDate(to.trim()));
}

function isDate(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$/.test(text)) return false;
  const [day = '', time = '00:00'] = text.split('T');
  const whole = `${day}${'-01-01'.slice(day.length - 4)}`;
  const date = new Date(`${whole}T${time}:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${whole}T${time}`);
}
