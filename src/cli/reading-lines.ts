import type { Attribution, FoundTime, Span, SuggestedState } from '../reading/reading.ts';
import type { When } from '../terms/when.ts';

/** Words of a report in a line. */
export const printed = (text: string): string =>
  (text.length > 200 ? `${text.slice(0, 199)}…` : text).replace(/\s+/g, ' ');

/** Fields with their names, without those that nobody said: “from Arden, to Brill”. */
export const told = (fields: Record<string, unknown>): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => {
      const words = Array.isArray(value) ? value.join(', ') : isWhen(value) ? whenWords(value) : value;
      return typeof words === 'string' && words !== '' && name !== 'kind' ? [`${name} ${printed(words)}`] : [];
    })
    .join(', ');

const isWhen = (value: unknown): value is When => typeof value === 'object' && value !== null && 'from' in value;

/** A time with the words it was read from: “2031-11-11 to 2031-11-12 (“Tuesday night”)”. */
export function whenWords({ from, to, zone, words }: When): string {
  const stretch = to === from ? from : `${from} to ${to ?? 'unknown'}`;
  return `${stretch}${zone === null ? '' : ` ${zone}`}${words === null ? '' : ` (“${words}”)`}`;
}

/** A time of a report: its words, and the stretch of the calendar that they mean, as far as one shows. */
export function timeLine({ words, type, value, from, to, zone, unanchored }: FoundTime): string {
  if (unanchored) return `${words}: counts from a day that is not known`;
  if (from === null && to === null) return `${words}: ${type.toLowerCase()} ${value}`;
  return `${words}: ${whenWords({ from: from ?? 'unknown', to, zone, words: null })}`;
}

/** Who says what by which words. */
export function attributionLine(text: string, { source, cue, content, speaker, via }: Attribution): string {
  const at = (spans: readonly Span[]): string =>
    printed(spans.map(({ start, end }) => text.slice(start, end)).join(' … '));
  const role = speaker?.role ? `, ${speaker.role}` : '';
  const who = speaker === null ? at(source) || 'nobody named' : `${speaker.name}${role}`;
  const through = via.length === 0 ? '' : `, through ${via.map((one) => at([one])).join(', then ')}`;
  return `${who}, by “${at(cue)}”: ${at(content)}${through}`;
}

/** How a subject stands by a report: who says it, in which words, which subject, and what is said of it. */
export function stateLine({ value, terms, cue, speaker, mode, happened }: SuggestedState): string {
  const more = [told({ ...terms }), told({ ...value, happened })].filter((part) => part !== '').join('; ');
  return `${value.kind}: ${speaker?.name ?? 'nobody named'} ${mode}: “${printed(cue.words)}”${more === '' ? '' : `; ${more}`}`;
}
