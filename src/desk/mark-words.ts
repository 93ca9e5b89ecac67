import type { SubjectTerms } from '../journal/subjects/subject.ts';
import type { Attribution, FoundPlace, FoundTime, KnownPlace, Span, SuggestedState } from '../reading/reading.ts';
import { kindNamed } from './kinds/kinds.ts';
import { whenLine } from './times.ts';

/** So many characters of a report are repeated in a line about it. */
const longest = 160;

/** Words of a text at some places, in a line. */
export function wordsAt(text: string, spans: readonly Span[]): string {
  const words = spans.map(({ start, end }) => text.slice(start, Math.min(end, start + longest + 1))).join(' … ');
  const line = words.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

const precisions: Record<number, string> = { 4: 'year', 7: 'month', 10: 'day' };

const bends: Record<string, string> = {
  START: 'early in it',
  MID: 'the middle of it',
  END: 'late in it',
  APPROX: 'about then',
  BEFORE: 'before it',
  AFTER: 'after it',
  ON_OR_BEFORE: 'then or before',
  ON_OR_AFTER: 'then or after',
  LESS_THAN: 'less than that',
  MORE_THAN: 'more than that',
  EQUAL_OR_LESS: 'at most that',
  EQUAL_OR_MORE: 'at least that',
};

/** What a time was understood to be: its stretch of the calendar, how exact that is, and in which zone. */
export function timeWords({ from, to, type, value, mod, zone, unanchored }: FoundTime): string[] {
  const known = from ?? to;
  const shown = (date: string) => date.replace('T', ' ');
  const stretch =
    known === null
      ? { DATE: 'nobody can tell which day', TIME: 'nobody can tell when', DURATION: 'how long', SET: 'how often' }[
          type
        ]
      : from === null
        ? `until ${shown(known)}, beginning open`
        : to === null
          ? `from ${shown(known)}, end open`
          : from === to
            ? shown(from)
            : `${shown(from)} to ${shown(to)}`;
  const bend = mod === null ? [] : [bends[mod] ?? mod];
  if (known === null)
    return [`${stretch} (${value})`, ...bend, ...(unanchored ? ['the day of the report is not known'] : [])];
  const isClock = known.includes('T');
  return [
    stretch,
    `exact to the ${precisions[known.length] ?? 'minute'}`,
    ...bend,
    ...(isClock ? [zone === null ? 'zone not stated' : `zone ${zone}`] : []),
  ];
}

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** Where a place was understood to be: name, region, country and coordinates, and what else is as likely. */
export function placeWords(place: FoundPlace, regions: ReadonlyMap<string, string>): string[] {
  const { sort, sure, others } = place;
  return [
    `${sort === 'people' ? 'people or adjective of ' : ''}${nameOf(place, regions)}`,
    `${place.kind} at ${coordinates(place)}`,
    ...(sure
      ? []
      : [`not sure: perhaps ${others.map((other) => nameOf(other, regions, true)).join('; or ') || 'another'}`]),
  ];
}

/** The names of the regions that a report names, by country and code. */
export function regionNames(places: readonly FoundPlace[]): Map<string, string> {
  const known = places.flatMap((place) => [place, ...place.others]).filter(({ kind }) => kind === 'region');
  return new Map(known.map((region) => [regionKey(region), region.name]));
}

const coordinates = ({ latitude, longitude }: KnownPlace) => `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`;

const regionKey = ({ country, region }: KnownPlace) => `${country} ${region}`;

/** A place by its region and country; `apart` says where it lies where no name of its region does. */
function nameOf(place: KnownPlace, regions: ReadonlyMap<string, string>, apart = false): string {
  const { name, kind, country, region } = place;
  // Codes of letters are those on letters there, as “TX”; those of digits say nothing to anybody.
  const known = place.regionName ?? regions.get(regionKey(place)) ?? (/^[A-Z]+$/.test(region ?? '') ? region : null);
  const within = region === null || kind === 'region' ? null : (known ?? (apart ? `at ${coordinates(place)}` : null));
  const land = country === null || kind === 'country' ? null : countryName(country);
  return [name, within, land].filter((part) => part !== null).join(', ');
}

const countryName = (code: string) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code);

const speeches: Record<Attribution['speech'], string> = {
  direct: 'in quotation marks',
  mixed: 'partly in quotation marks',
  indirect: 'not in quotation marks',
};

/** Who was understood to say what, by which words, and through whom. */
export function attributionWords(text: string, attribution: Attribution): string[] {
  const { source, cue, content, speech, speaker, via } = attribution;
  const printed = wordsAt(text, source);
  const who = speaker === null ? printed || 'nobody named' : speaker.name;
  return [
    `${who}${who === printed || printed === '' ? '' : ` (“${printed}”)`}, by “${wordsAt(text, cue)}”`,
    `${speeches[speech]}: ${wordsAt(text, content)}`,
    ...(via.length === 0 ? [] : [`through ${via.map((one) => wordsAt(text, [one])).join(', then ')}`]),
  ];
}

/** Which subject some terms mean, in a line; empty where they do not tell. */
export function subjectWords(terms: SubjectTerms): string {
  const kind = kindNamed(terms.kind);
  return (
    kind.nameOf(terms) ||
    Object.values(kind.fieldsOfTerms(terms))
      .filter((text) => text !== '')
      .join(', ')
  );
}

/** How a subject was understood to stand: of which kind it is, what is said of it, which subject, and who says so. */
export function stateWords({ value, terms, speaker, mode, happened }: SuggestedState): string[] {
  const kind = kindNamed(value.kind);
  const subject = subjectWords(terms);
  return [
    `${kind.one}${subject === '' ? '' : ` (${subject})`}: ${kind.line(value)}`,
    `${speaker?.name ?? 'speaker not given'} ${mode}`,
    ...(happened ? [`happened ${whenLine(happened)}`] : []),
  ];
}
