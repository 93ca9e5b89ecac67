import type { Attribution, KnownPlace, Reading, Span, Suggestion } from '../reading/reading.ts';
import { attributionLine, printed, stateLine, timeLine, told, whenWords } from './reading-lines.ts';

/** A reading in lines that people read: what the report says of itself, its holes and repeats, what it tells, and what it suggests. */
export function readingSummary(reading: Reading): string {
  const { text, title, authors, outlet, published, publishedFrom, language, address, proposed } = reading;
  const date = publishedFrom === 'desk' ? `${published} (as said here)` : published;
  const asked = proposed === null ? '' : `; was it ${proposed.date}? ${proposed.reason}`;
  const about = [
    ['title', title],
    ['authors', authors.length === 0 ? null : authors.join(', ')],
    ['outlet', outlet],
    ['published', date ?? `unknown${asked}`],
    ['language', language],
    ['address', address],
  ].map(([name, value]) => `${name}: ${printed(value ?? 'unknown')}`);
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
      reading.repeats.map((places) => repeatLine(text, places)),
    ),
    ...section('Times', once(reading.times.map(timeLine))),
    ...section('Places', once(reading.places.filter(({ sort }) => sort === 'place').map(placeLine))),
    ...section(
      'Attributions',
      reading.attributions.map((one: Attribution) => attributionLine(text, one)),
    ),
    ...section('States', reading.states.map(stateLine)),
    ...section('Suggestions', reading.suggestions.map(suggestionLine)),
  ].join('\n');
}

const section = (name: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : [name, ...lines.map((line) => `  ${line}`), ''];

/** Each line once, with how often it came. */
const once = (lines: string[]): string[] =>
  [...Map.groupBy(lines, (line) => line)].map(([line, { length }]) =>
    length > 1 ? `${line} (${length} places)` : line,
  );

/** So many versions of what is printed again are shown. */
const shown = 3;

/** What is printed again, also where it is printed a little otherwise. */
function repeatLine(text: string, places: readonly Span[]): string {
  const versions = [...new Set(places.map(({ start, end }) => printed(text.slice(start, end))))];
  const more = versions.length > shown ? ` / and ${versions.length - shown} more` : '';
  const words = versions.slice(0, shown).join(' / ');
  return `${places.length} times${versions.length > 1 ? ', not in the same words' : ''}: ${words}${more}`;
}

const holeLine = ({ code, message, places }: Reading['holes'][number]): string =>
  `${code}: ${message}${places.length > 1 ? ` (${places.length} places)` : ''}`;

const alertLine = ({ status, type, infos }: Reading['alerts'][number]): string =>
  [status, type, ...infos.flatMap(({ event, severity, expires }) => [event, severity, expires && `until ${expires}`])]
    .filter((part) => part !== null)
    .join(', ');

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** “Mill: Mill, Upper Norland, Norway (60.12, 5.2)”, and what else may be meant. */
function placeLine({ words, latitude, longitude, sure, others, ...place }: Reading['places'][number]): string {
  const doubt = others.length === 0 ? ', not sure' : `, not sure: perhaps ${others.map(placeName).join('; or ')}`;
  return `${words}: ${placeName(place)} (${latitude}, ${longitude})${sure ? '' : doubt}`;
}

function placeName({ name, kind, country, regionName }: Omit<KnownPlace, 'latitude' | 'longitude'>): string {
  const land = country === null ? 'no one country' : (countries.of(country) ?? country);
  const region = regionName === name ? undefined : regionName;
  const within = [region, kind === 'country' ? undefined : land].filter((part) => part !== undefined);
  return [name, ...within].join(', ');
}

function suggestionLine({ number, sort, speaker, mode, excerpt, figure, also, said, happened }: Suggestion): string {
  const counted = figure && [figure.words, figure.unit, figure.what].filter((part) => part !== null).join(' ');
  const words = `${figure ? `${counted} in ` : ''}“${printed(excerpt.exact)}”`;
  const more = told({
    where: figure?.where?.words ?? null,
    period: figure?.period?.words ?? null,
    said: said && whenWords(said),
    happened: happened && whenWords(happened),
  });
  const again = also.length === 0 ? '' : ` (and ${also.length} more places)`;
  return `${number} ${sort}: ${speaker?.name ?? 'nobody named'} ${mode}: ${words}${more === '' ? '' : `; ${more}`}${again}`;
}
