import type { SiteAspect, SiteDegree } from '../../journal/subjects/site.ts';
import type { FoundPlace, Span } from '../reading.ts';
import { isOfPlace } from './site-subject.ts';
import { wordsAt, type StateContext, type StateDraft } from './draft.ts';
import { mayGive } from './hints.ts';

interface Condition {
  aspect: SiteAspect;
  degree: SiteDegree | null;
  words: RegExp;
  /** Whether its words do not say of what: then what stands before them must be a place or something built. */
  open?: true;
}

/** How a noun is gone, is back, is scarce. */
const supply = (aspect: SiteAspect, noun: string): Condition[] => [
  {
    aspect,
    degree: 'fine',
    words: new RegExp(
      `\\b(?:${noun})(?: supply| supplies)? (?:has been|have been|was|were|is|are) (?:fully )?(?:restored|back|intact|normal)\\b`,
      'i',
    ),
  },
  {
    aspect,
    degree: 'lost',
    words: new RegExp(
      `\\b(?:without (?:\\w+,? (?:and |or )?){0,4}(?:${noun})|no (?:\\w+ ){0,1}(?:${noun})\\b|(?:${noun})(?: supply| supplies)? (?:has been|have been|was|were|is|are) (?:completely )?(?:cut(?: off)?|out|lost|down|gone|disconnected))\\b`,
      'i',
    ),
  },
  {
    aspect,
    degree: 'impaired',
    words: new RegExp(
      `\\b(?:shortages? of (?:\\w+ )?(?:${noun})|(?:${noun}) (?:shortages?|outages?|cuts|is limited|are limited)|running (?:out of|low on) (?:${noun}))\\b`,
      'i',
    ),
  },
];

/** What is built, and can be damaged. */
const facilities =
  '(?:hospital|clinic|school|bridge|building|house|home|residence|station|plant|depot|warehouse|market|mosque|theatre|theater|airport|port|road|railway|block|tower|dam|ward|shelter)s?|churche?s?|factor(?:y|ies)';
const some = String.raw`(?:a|an|the|several|many|two|three|\d+)`;

const conditions: readonly Condition[] = [
  ...supply('power', 'power|electricity|light'),
  ...supply('water', 'water'),
  ...supply('heating', 'heating|heat|gas'),
  ...supply('communications', 'communications?|internet|mobile network|phone (?:service|network)|phones'),
  ...supply('supplies', 'food|medicines?|fuel|supplies'),
  {
    aspect: 'access',
    degree: 'lost',
    words: /\b(?:(?:is|are|was|were|been|remain(?:s|ed)?) (?:completely )?cut off|inaccessible|cannot be reached)\b/i,
    open: true,
  },
  {
    aspect: 'access',
    degree: 'lost',
    words: /\b(?:roads?|bridges?) (?:is|are|was|were) (?:blocked|impassable|closed)\b/i,
  },
  {
    aspect: 'access',
    degree: 'fine',
    words:
      /\b(?:access (?:has been|was) restored|(?:roads?|bridges?) (?:has been|have been|was|were|is|are) (?:re)?open(?:ed)?)\b/i,
  },
  {
    aspect: 'encirclement',
    degree: 'lost',
    words:
      /\b(?:is|are|was|were|remain(?:s|ed)?|(?:has|have) been) (?:completely )?(?:encircled|surrounded|besieged|under siege)\b/i,
    open: true,
  },
  {
    aspect: 'damage',
    degree: 'lost',
    words: /\b(?:(?:was|were|is|are|been) (?:completely |almost |totally )*destroyed|razed|in ruins|wiped out)\b/i,
    open: true,
  },
  {
    aspect: 'damage',
    degree: 'impaired',
    words: /\b(?:was|were|is|are|been) (?:badly |severely |heavily |partly )?damaged\b/i,
    open: true,
  },
  {
    aspect: 'damage',
    degree: 'lost',
    words: new RegExp(
      String.raw`\b(?:destroyed ${some} (?<what>(?:\w+ ){0,2}(?:${facilities}))|(?:the|a) destroyed (?<what>(?:\w+ )?(?:${facilities})))\b`,
      'i',
    ),
  },
  {
    aspect: 'damage',
    degree: 'impaired',
    words: new RegExp(String.raw`\bdamaged ${some} (?<what>(?:\w+ ){0,2}(?:${facilities}))\b`, 'i'),
  },
  { aspect: 'damage', degree: 'fine', words: /\b(?:undamaged|was not damaged|were not damaged)\b/i },
  {
    aspect: 'fire',
    degree: 'lost',
    words: /\b(?:(?:is|are|was|were) (?:set )?on fire|ablaze|caught fire|is burning|are burning)\b/i,
    open: true,
  },
  {
    aspect: 'fire',
    degree: 'fine',
    words: /\b(?:fires? (?:has|have) been (?:put out|extinguished)|fires? (?:was|were) (?:put out|extinguished))\b/i,
  },
  {
    aspect: 'flooding',
    degree: 'lost',
    words: /\b(?:submerged|under water|underwater|(?:was|were|is|are|been) flooded)\b/i,
    open: true,
  },
  {
    aspect: 'radiation-safety',
    degree: 'fine',
    words: /\bradiation (?:levels? )?(?:is|are|was|were|remains?) (?:within )?(?:normal|limits|unchanged|safe)\b/i,
  },
  { aspect: 'radiation-safety', degree: 'lost', words: /\bradiation (?:leak|release)\b/i },
];

/** Behind these stands what may be, will be or is yet to be: “before power is restored”. */
const notSo =
  /\b(?:(?:may|might|could|would|should|will|must|can)(?: also| soon| all)?(?: have| have to)?(?: be| been)?|to be|to have been|if|unless|until|before|when)(?: the)? $/i;

/** Whether a place is one that can have a condition: no country and no sea. */
export const isLocal = ({ sort, kind }: FoundPlace): boolean =>
  sort === 'place' && !['country', 'continent', 'area', 'water'].includes(kind);

/** The conditions of the places that a sentence names, else of the one named before it, each aspect once. */
export function siteStates({ text, sentence, hints, places, placeBefore }: StateContext): StateDraft[] {
  if (!mayGive(hints, 'sites')) return [];
  const local = places.filter(isLocal);
  if (local.length === 0 && !placeBefore) return [];
  const words = wordsAt(text, sentence);
  const drafts: StateDraft[] = [];
  const seen = new Set<SiteAspect>();
  for (const { aspect, degree, words: pattern, open } of conditions) {
    const found = seen.has(aspect) ? null : pattern.exec(words);
    if (!found || notSo.test(words.slice(Math.max(0, found.index - 40), found.index))) continue;
    const start = sentence.start + found.index;
    const cue = { start, end: start + found[0].length };
    if (open && !isOfPlace(sentence.tokens, cue, local)) continue;
    if (found[0].length > 300) continue;
    const what = found.groups?.what?.slice(0, 120) ?? null;
    for (const place of placesOf(text, cue, local, placeBefore)) {
      seen.add(aspect);
      drafts.push({
        cue,
        terms: { kind: 'site', place: place.words.slice(0, 120), what },
        value: { kind: 'site', aspect, degree, words: found[0] },
      });
    }
  }
  return drafts;
}

/** The places that stand before a condition, as a list or alone; else the one behind it; else the one named before. */
function placesOf(
  text: string,
  cue: Span,
  local: readonly FoundPlace[],
  placeBefore: FoundPlace | null,
): readonly FoundPlace[] {
  const last = local.findLastIndex(({ end }) => end <= cue.start);
  if (last < 0) return [local.find(({ start }) => start >= cue.end) ?? placeBefore].filter((place) => place !== null);
  let first = last;
  while (first > 0 && /^(?:, | and |, and )$/.test(text.slice(local[first - 1]!.end, local[first]!.start))) first--;
  return local.slice(first, last + 1);
}
