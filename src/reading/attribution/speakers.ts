import { Discourse } from '../discourse.ts';
import { bodies, determiners, particles, roles } from '../english.ts';
import { singular } from '../phrases.ts';
import type { SuggestedSpeaker } from '../reading.ts';
import type { Found } from './analysis.ts';
import type { Stretch } from './chunks.ts';
import { phraseTo } from './sources.ts';
import type { Word } from './tagger.ts';

const unnamed = new Set(
  'people sources critics supporters opponents voters aides allies others some many authorities investigators everyone somebody someone nobody those both few several most all one they he she it polls police figures studies'.split(
    ' ',
  ),
);

/** Who sources are: their names and roles, and whom a pronoun means. */
export class Speakers {
  readonly #discourse: Discourse;

  constructor(text: string, surnames: ReadonlySet<string>) {
    this.#discourse = new Discourse(text, surnames);
  }

  /** Remembers who a sentence starts with. */
  note(words: Word[]): void {
    this.#discourse.noteSubject(words);
  }

  /** The speaker of an attribution, as printed; `null` where nobody is, or a pronoun means nobody found. */
  of({ source, parsed: { words, phrases } }: Found): SuggestedSpeaker | null {
    if (!source) return null;
    const { tag, lower } = words[source.from]!;
    if (/^(he|she|they|it)$/.test(lower)) return this.#discourse.meant(lower)?.speaker ?? null;
    if (/^(his|her|their|its)$/.test(lower) && source.from === source.to) return null;
    if (/^(WP|WDT)$/.test(tag) || (lower === 'that' && source.from === source.to)) {
      const at = words[source.from - 1]?.text === ',' ? source.from - 2 : source.from - 1;
      const whose = at >= 0 ? phraseTo(words, phrases, at) : null;
      return whose && this.#noted(words, whose, null);
    }
    if (tag === 'PRP' || tag === 'EX') return null;
    return this.#apart(words, { from: source.from, to: headEnd(words, phrases, source) });
  }

  /** “Jane Smith, a farmer,”: the name, and what stands between the commas as role. */
  #apart(words: Word[], { from, to }: Stretch): SuggestedSpeaker | null {
    let comma = from;
    while (comma <= to && !/^[,(]$/.test(words[comma]!.text)) comma++;
    const last = /^[,)]$/.test(words[to]!.text) ? to - 1 : to;
    const described = comma < last && words[comma]!.text === ',' && /^(DT|NN|JJ|NNP)$/.test(words[comma + 1]!.tag);
    const first = { from, to: Math.min(comma - 1, last) };
    const aged = comma + 1 < last && /^\d{1,3}-year-old$/.test(words[comma + 1]!.lower) ? 1 : 0;
    const second = described ? { from: comma + 1 + aged, to: last } : null;
    // “The mayor, Lind,”; a single name behind anything but an office is where somebody is from.
    const whole = second && (second.to > second.from || roles.has(words[first.to]?.lower ?? ''));
    const inverse = second && whole && first.to >= from && !isName(words, first) && isName(words, second);
    return inverse ? this.#noted(words, second, first) : this.#noted(words, first, second);
  }

  #noted(words: Word[], range: Stretch, role: Stretch | null): SuggestedSpeaker | null {
    return range.to < range.from ? null : (this.#discourse.note(words, range, role)?.speaker ?? null);
  }
}

/** Where a source ends without what describes it by a verb: “an official [who spoke to reporters]”. */
function headEnd(words: readonly Word[], phrases: readonly (Stretch | null)[], { from, to }: Stretch): number {
  for (let i = (phrases[from]?.to ?? from) + 1; i <= to; i++) {
    if (words[i]!.text === ',' || words[i]!.text === '(') return to;
    if (/^(WP|WDT|VBG|VBN|VBD)$/.test(words[i]!.tag) && !phrases[i]) return i - 1;
  }
  return to;
}

/** Whether words are a name and nothing else. */
const isName = (words: readonly Word[], { from, to }: Stretch): boolean =>
  words
    .slice(from, to + 1)
    .every(({ tag, lower }, i) => tag === 'NNP' || (i > 0 && from + i < to && particles.has(lower)));

/** Whether a speaker is printed by name, and not as “two officials”. */
export function isNamed(text: string, { name, start }: SuggestedSpeaker): boolean {
  const words = name.split(/\s+/).filter((word) => !determiners.has(word.toLowerCase()));
  const opens = start === 0 || /[\n.!?“"]\s*$/.test(text.slice(Math.max(0, start - 3), start));
  return words.some((word, i) => {
    const lower = word.toLowerCase();
    if (!/^\p{Lu}/u.test(word) || unnamed.has(lower)) return false;
    return !(opens && i === 0 && words.length === 1 && (roles.has(singular(lower)) || bodies.has(lower)));
  });
}
