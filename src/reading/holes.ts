import type { FoundTime, Hole, ProposedDate, Span, TextBlock } from './reading.ts';

/** What is known of a report when its holes are looked for. */
interface Known {
  outlet: string | null;
  published: string | null;
  /** The times outside appeals; `null` where the language of the patterns is not the report's. */
  times: readonly FoundTime[] | null;
}

/** A sort of hole: what shows it in a block, and what the desk is told. */
interface HolePattern {
  code: string;
  says: string;
  pattern: RegExp;
  /** Where it shows only at the end of a block: what is longer than all that it can match. */
  reach?: number;
}

/** Words on which a block or a sentence cannot end, unless an address followed them once. */
const patterns: HolePattern[] = [
  {
    code: 'link-missing',
    says: 'An address stood here and is gone',
    pattern:
      /\b(donate|give|book|apply|register|sign up|log on|watch|listen|read more|find out more|more information|details|available|found|visit|email|write|text|call|online)\b[^.!?\n]{0,60}?\b(at|via|visit|to|on)\s*:?$|\b(here|below|link|following address):$|\b(click|tap|found|available|donate|read more|find out more|sign up) here\b[.:]?$/gi,
    reach: 100,
  },
  {
    code: 'link-missing',
    says: 'The words were a link, whose address is gone',
    pattern:
      /^(follow|join|see|read|watch|go to|click|visit) [^.!?\n]{0,80}\b(live ?blog|live coverage|live updates|live page|podcast|newsletter|channel|full story|full article|full report)\b/gi,
  },
  {
    code: 'source-missing',
    says: 'A source is announced and not named',
    pattern:
      /^(source|via|original|originally published|read more)\s*:?\s*((read|view|see|click|go to|continue)\b.{0,30}|(full|original|whole) (article|story|report|text))?$/gi,
  },
  {
    code: 'name-missing',
    says: 'A name stood here and is gone',
    pattern:
      /\b(speaking|talking|writing|posting|appearing|testifying) (to|with|in|on|for|before)\s*(?=[,;.])|\b(according to|an interview with|quoted by|published by|reported by|told by|a statement to)\s*(?=[,;:.])/gi,
  },
  {
    code: 'name-missing',
    says: 'A name stood here and is gone',
    pattern: /\b(Mr|Mrs|Ms|Dr|Sir|Dame)\.?(?=\s*[,;:]| (said|says|told|added|and|who|was|is|has|had)\b)/g,
  },
  {
    code: 'name-missing',
    says: 'Something stood between the brackets and is gone',
    pattern: /\(\s*[,;]?\s*\)/g,
  },
  {
    code: 'graphic-missing',
    says: 'The words point at a map or a picture that is not in the text',
    pattern:
      /\((shown |marked |coloured |shaded |highlighted )?in (red|green|blue|yellow|orange|purple|pink|grey|gray|black|white|brown)\)|\((see |as seen in |shown on )?(the )?(map|graphic|chart|diagram|picture|image|photo|video)( (above|below|left|right))?\)|\((pictured|shown|seen)?\s?(above|below|left|right|centre|center|top|bottom)\)|\b(the|this|our) (map|graphic|chart|diagram|infographic|table)( (above|below)| shows| details| illustrates)|\b(as|is|are) (shown|seen|pictured|marked) (above|below|in (red|green|blue|yellow|orange|purple|pink|grey|gray))\b/gi,
  },
];

/** Words that mean the hour of writing and name no time. */
const presently = /\bat (?:the|this) moment\b|\bat present\b|\bso far\b|\bas things stand\b/gi;

/** Who took a picture, at the end of its caption or in brackets. */
const credit =
  /©|\b(photo|photograph|picture|image|credit|courtesy|graphic|video)s?\s*(:|by\b|from\b|of\b)|[([][^()[\]]{2,60}[)\]]\s*$|\b\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,4}\s?\/\s?\p{Lu}\p{L}+|[.!?]”? (?:\p{Lu}[\p{L}.]*(?: |$)){1,4}$/u;

/** So many holes of one sort are listed. */
const most = 40;

/** What a report lacks. Nothing is filled in. */
export function holesIn(text: string, blocks: readonly TextBlock[], known: Known): Hole[] {
  const whole: Hole[] = [];
  if (known.outlet === null)
    whole.push({ code: 'outlet-missing', message: 'The report does not say whose it is.', places: [] });
  if (known.published === null)
    whole.push({ code: 'published-missing', message: 'The report does not say when it was published.', places: [] });
  if (known.times === null) return whole;
  const own = blocks.filter(({ kind }) => kind !== 'promotion' && kind !== 'byline');
  const words = own.map((block) => ({ ...block, words: text.slice(block.start, block.end).slice(0, 5000) }));
  const found = patterns.flatMap(({ code, says, pattern, reach = Infinity }) =>
    words
      .flatMap((block) => placesIn(block.words, block.start, pattern, reach))
      .slice(0, most)
      .map((place) => ({ code, message: `${says}: “${shown(text, place)}”.`, places: [place] })),
  );
  const captions = words.filter((block) => block.kind === 'caption' && !credit.test(block.words)).slice(0, most);
  const uncredited =
    captions.length === 0
      ? []
      : [
          {
            code: 'credit-missing',
            message: `${captions.length === 1 ? 'A caption does' : `${captions.length} captions do`} not say whose picture it is.`,
            places: captions.map(({ start, end }) => ({ start, end })),
          },
        ];
  const times = timesWithoutAnchor(text, words, known.times, known.published !== null);
  return [...whole, ...[...found, ...uncredited, ...times].toSorted((a, b) => a.places[0]!.start - b.places[0]!.start)];
}

function placesIn(words: string, start: number, pattern: RegExp, reach = Infinity): Span[] {
  const places: Span[] = [];
  pattern.lastIndex = Math.max(0, words.length - reach);
  for (let found = pattern.exec(words); found; found = pattern.exec(words))
    places.push({ start: start + found.index, end: start + pattern.lastIndex });
  return places;
}

const shown = (text: string, { start, end }: Span): string => {
  const exact = text.slice(start, end);
  return exact.length > 80 ? `${exact.slice(0, 40)} … ${exact.slice(-35)}` : exact;
};

/** What is told from the day of the report, or of an undated message in it: each expression once, with all its places. */
function timesWithoutAnchor(
  text: string,
  blocks: readonly (TextBlock & { words: string })[],
  times: readonly FoundTime[],
  isDated: boolean,
): Hole[] {
  const lost = times.filter(({ unanchored }) => unanchored);
  const vague = blocks
    .filter(({ kind }) => kind !== 'appeal' && !isDated)
    .flatMap(({ words, start }) => placesIn(words, start, presently))
    .slice(0, most)
    .filter(({ start }) => !lost.some((time) => time.start <= start && start < time.end));
  const places = [...lost.map(({ start, end }) => ({ start, end })), ...vague].toSorted((a, b) => a.start - b.start);
  const groups = Map.groupBy(places, ({ start, end }) => text.slice(start, end).toLowerCase());
  return [...groups.values()].slice(0, most).map((same) => ({
    code: 'time-without-anchor',
    message: `“${text.slice(same[0]!.start, same[0]!.end)}” counts from a day that is not known.`,
    places: same,
  }));
}

/** The newest whole date that captions print, else that the text prints: what the desk is asked about. */
export function proposedDate(blocks: readonly TextBlock[], times: readonly FoundTime[]): ProposedDate | null {
  const captions = blocks.filter(({ kind }) => kind === 'caption');
  const days = times.filter(({ from, to }) => from !== null && from === to && /^\d{4}-\d{2}-\d{2}$/.test(from));
  let caption = 0;
  const inCaptions = days.filter(({ start }) => {
    while (caption < captions.length && captions[caption]!.end <= start) caption++;
    return caption < captions.length && captions[caption]!.start <= start;
  });
  const among = inCaptions.length > 0 ? inCaptions : days;
  const newest = among
    .map(({ from }) => String(from))
    .toSorted()
    .at(-1);
  if (newest === undefined) return null;
  const places = among.filter(({ from }) => from === newest).map(({ start, end }) => ({ start, end }));
  const where = inCaptions.length > 0 ? 'its captions print' : 'it prints';
  const count = places.length === 1 ? 'once' : `${places.length} times`;
  return { date: newest, reason: `It is the newest date that ${where}, ${count}.`, places };
}
