import type { Reading, Suggestion } from '../reading/reading.ts';

/** A reading in lines that people read: what the report says of itself, its holes, its repeats, and what it suggests. */
export function readingSummary(reading: Reading): string {
  const { title, authors, outlet, published, publishedFrom, language, address, proposed } = reading;
  const date = publishedFrom === 'desk' ? `${published} (as said here)` : published;
  const asked = proposed === null ? '' : `; was it ${proposed.date}? ${proposed.reason}`;
  const about = [
    ['title', title],
    ['authors', authors.length === 0 ? null : authors.join(', ')],
    ['outlet', outlet],
    ['published', date ?? `unknown${asked}`],
    ['language', language],
    ['address', address],
  ].map(([name, value]) => `${name}: ${shown(value ?? 'unknown')}`);
  return [
    ...section('What it says of itself', about),
    ...section('Alerts', reading.alerts.map(alertLine)),
    ...section(
      'Notes',
      reading.notes.map(({ message }) => message),
    ),
    ...section('Holes', reading.holes.map(holeLine)),
    ...section(
      'Printed more than once',
      reading.repeats.map((places) => `${places.length} times: ${shown(at(reading, places[0]!))}`),
    ),
    ...section('States', reading.states.map(stateLine)),
    ...section('Places', [...new Set(reading.places.filter(({ sort }) => sort === 'place').map(placeLine))]),
    ...section('Suggestions', reading.suggestions.map(suggestionLine)),
  ].join('\n');
}

const section = (name: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : [name, ...lines.map((line) => `  ${line}`), ''];

const shown = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text).replace(/\s+/g, ' ');

const at = ({ text }: Reading, { start, end }: { start: number; end: number }): string => text.slice(start, end);

const holeLine = ({ code, message, places }: Reading['holes'][number]): string =>
  `${code}: ${message}${places.length > 1 ? ` (${places.length} places)` : ''}`;

const alertLine = ({ status, type, infos }: Reading['alerts'][number]): string =>
  [status, type, ...infos.flatMap(({ event, severity, expires }) => [event, severity, expires && `until ${expires}`])]
    .filter((part) => part !== null)
    .join(', ');

const stateLine = ({ value, cue, speaker }: Reading['states'][number]): string =>
  `${value.kind}: ${speaker?.name ?? 'nobody named'}: ${cue.words}`;

const placeLine = ({ words, name, country, latitude, longitude, sure }: Reading['places'][number]): string =>
  `${words}: ${name}, ${country ?? 'no one country'} (${latitude}, ${longitude})${sure ? '' : ', not sure'}`;

const suggestionLine = ({ number, sort, speaker, mode, excerpt, figure, also }: Suggestion): string => {
  const words = figure
    ? `${figure.words} ${figure.what ?? ''} in “${shown(excerpt.exact)}”`
    : `“${shown(excerpt.exact)}”`;
  const more = also.length === 0 ? '' : ` (and ${also.length} more places)`;
  return `${number} ${sort}: ${speaker?.name ?? 'nobody named'} ${mode}: ${words}${more}`;
};
