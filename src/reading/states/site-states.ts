import type { SiteAspect, SiteDegree } from '../../journal/subjects/site.ts';
import { wordsAt, type StateContext, type StateDraft } from './draft.ts';

interface Condition {
  aspect: SiteAspect;
  degree: SiteDegree | null;
  words: RegExp;
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

const conditions: readonly Condition[] = [
  ...supply('power', 'power|electricity|light'),
  ...supply('water', 'water'),
  ...supply('heating', 'heating|heat|gas'),
  ...supply('communications', 'communications?|internet|mobile network|phone (?:service|network)|phones'),
  ...supply('supplies', 'food|medicines?|fuel|supplies'),
  {
    aspect: 'access',
    degree: 'lost',
    words:
      /\b(?:(?:completely )?cut off|inaccessible|cannot be reached|(?:roads?|bridges?) (?:is|are|was|were) (?:blocked|impassable|closed))\b/i,
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
    words: /\b(?:is|are|was|were|remains?|has been) (?:completely )?(?:encircled|surrounded|besieged|under siege)\b/i,
  },
  {
    aspect: 'damage',
    degree: 'lost',
    words: /\b(?:(?:was|were|is|are|been) (?:completely |almost |totally )*destroyed|razed|in ruins|wiped out)\b/i,
  },
  {
    aspect: 'damage',
    degree: 'impaired',
    words: /\b(?:was|were|is|are|been) (?:badly |severely |heavily |partly )?damaged\b/i,
  },
  { aspect: 'damage', degree: 'fine', words: /\b(?:undamaged|was not damaged|were not damaged)\b/i },
  { aspect: 'fire', degree: 'lost', words: /\b(?:on fire|ablaze|caught fire|is burning|are burning)\b/i },
  {
    aspect: 'fire',
    degree: 'fine',
    words: /\b(?:fires? (?:has|have) been (?:put out|extinguished)|fires? (?:was|were) (?:put out|extinguished))\b/i,
  },
  {
    aspect: 'flooding',
    degree: 'lost',
    words: /\b(?:submerged|under water|underwater|(?:was|were|is|are|been) flooded)\b/i,
  },
  {
    aspect: 'radiation-safety',
    degree: 'fine',
    words: /\bradiation (?:levels? )?(?:is|are|was|were|remains?) (?:within )?(?:normal|limits|unchanged|safe)\b/i,
  },
  { aspect: 'radiation-safety', degree: 'lost', words: /\bradiation (?:leak|release)\b/i },
];

/** The conditions of the place that a sentence names, each aspect once. */
export function siteStates({ text, sentence, places }: StateContext): StateDraft[] {
  const words = wordsAt(text, sentence);
  const drafts: StateDraft[] = [];
  const seen = new Set<SiteAspect>();
  for (const { aspect, degree, words: pattern } of conditions) {
    const found = seen.has(aspect) ? null : pattern.exec(words);
    if (!found) continue;
    const start = sentence.start + found.index;
    const end = start + found[0].length;
    const local = places.filter(
      ({ sort, kind }) => sort === 'place' && !['country', 'continent', 'area', 'water'].includes(kind),
    );
    const place = local.findLast((one) => one.end <= start) ?? local.find((one) => one.start >= end);
    if (!place || found[0].length > 300) continue;
    seen.add(aspect);
    drafts.push({
      cue: { start, end },
      terms: { kind: 'site', place: place.words, what: null },
      value: { kind: 'site', aspect, degree, words: found[0] },
    });
  }
  return drafts;
}
