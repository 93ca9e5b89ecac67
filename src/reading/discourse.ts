import {
  bodies,
  determiners,
  femaleTitles,
  honorifics,
  maleTitles,
  phraseEnds,
  prepositions,
  roles,
} from './english.ts';
import { namedOffice } from './asides.ts';
import type { Cue } from './cues.ts';
import { isCapital, partyOf, phraseBefore, type Party, type Range } from './phrases.ts';
import type { SuggestedSpeaker } from './reading.ts';
import type { Token } from './sentences.ts';

/** Somebody the text has spoken of. */
export interface Mention {
  speaker: SuggestedSpeaker;
  person: boolean;
}

/** Two capital words side by side, no third one behind them: the second is perhaps a surname. */
const fullName = /(\p{Lu}(?<![\p{L}\p{N}’'-]\p{Lu})\p{Ll}{1,30}) (\p{Lu}\p{Ll}{1,30})(?![\p{L}\p{N}]| \p{Lu})/gu;
/** A capital word before them, which makes them part of a longer run. */
const capitalBefore = /\p{Lu}[\p{L}.]{0,20} $/u;
/** First words of names of places. */
const directions = new Set(
  'north south east west northern southern eastern western new old great greater upper lower central saint san santa united'.split(
    ' ',
  ),
);

/** So many mentions back a pronoun is followed. */
const memory = 30;

/** What is a surname in a text, as far as two capital words side by side tell. */
export function surnamesIn(text: string): ReadonlySet<string> {
  const surnames = new Set<string>();
  for (const { index, 1: first = '', 2: last = '' } of text.matchAll(fullName)) {
    if (capitalBefore.test(text.slice(Math.max(0, index - 45), index))) continue;
    const usual = [determiners, phraseEnds, prepositions, directions, bodies, roles, honorifics].some((words) =>
      words.has(first.toLowerCase()),
    );
    if (!usual && !bodies.has(last.toLowerCase()) && !roles.has(last.toLowerCase())) surnames.add(last.toLowerCase());
  }
  return surnames;
}

/** Who has been spoken of so far: it finds whom a pronoun means. */
export class Discourse {
  readonly #text: string;
  readonly #mentions: Mention[] = [];
  readonly #surnames: Set<string>;
  /** Which pronoun goes with a surname, once a title or a pronoun has shown it. */
  readonly #pronouns = new Map<string, string>();

  /** Of a text and its surnames, which `surnamesIn` tells. */
  constructor(text: string, surnames: ReadonlySet<string>) {
    this.#text = text;
    this.#surnames = new Set(surnames);
  }

  /** The speaker of a cue: its phrase, whom its pronoun means, or `before` where it has no subject of its own. */
  speakerOf(tokens: Token[], cue: Cue, before: Mention | null): Mention | null {
    if (cue.subject.kind === 'inherited') return before;
    if (cue.subject.kind === 'pronoun') return this.meant(tokens[cue.subject.at]!.lower);
    return this.note(tokens, cue.subject.range, cue.subject.role);
  }

  /** Remembers the phrase as somebody spoken of. */
  note(tokens: Token[], range: Range, description: Range | null): Mention | null {
    const party = partyOf(tokens, range, (word) => this.#surnames.has(word));
    const mention = this.#mentionOf(tokens, party, description);
    if (!mention) return null;
    if (party.person && isCapital(tokens[party.name.to])) this.#surnames.add(bare(tokens[party.name.to]!.lower));
    this.#mentions.push(mention);
    return mention;
  }

  /** Who a sentence starts with; a person by name is remembered, and may be “he” in the next. */
  noteSubject(tokens: Token[]): Mention | null {
    const named = namedOffice(tokens);
    if (named) return this.note(tokens, named.name, named.office);
    const range = leadingPhrase(tokens);
    if (!range) return null;
    const party = partyOf(tokens, range, (word) => this.#surnames.has(word));
    if (party.person && isCapital(tokens[party.name.to])) return this.note(tokens, range, null);
    return this.#mentionOf(tokens, party, null);
  }

  #mentionOf(tokens: Token[], party: Party, description: Range | null): Mention | null {
    const first = tokens[party.name.from]!;
    const start = first.start;
    const end = tokens[party.name.to]!.end;
    const role = party.role ?? description;
    const speaker: SuggestedSpeaker = {
      name: this.#text.slice(start, end),
      role: role && this.#text.slice(tokens[role.from]!.start, tokens[role.to]!.end),
      start,
      end,
    };
    if (speaker.name.length > 200) return null;
    if (speaker.role !== null && speaker.role.length > 200) speaker.role = null;
    const gender = maleTitles.has(first.lower) ? 'he' : femaleTitles.has(first.lower) ? 'she' : null;
    if (gender) this.#pronouns.set(surnameOf(speaker), gender);
    return { speaker, person: party.person };
  }

  /** Whom a pronoun means: the last one spoken of who fits, or `null`. */
  meant(pronoun: string): Mention | null {
    for (let i = this.#mentions.length - 1; i >= Math.max(0, this.#mentions.length - memory); i--) {
      const mention = this.#mentions[i]!;
      const human = pronoun === 'he' || pronoun === 'she';
      if (human !== mention.person) continue;
      const shown = this.#pronouns.get(surnameOf(mention.speaker));
      if (human && shown !== undefined && shown !== pronoun) continue;
      if (human) this.#pronouns.set(surnameOf(mention.speaker), pronoun);
      this.#mentions.push(mention);
      return mention;
    }
    return null;
  }
}

const surnameOf = (speaker: SuggestedSpeaker): string => bare(speaker.name.toLowerCase().split(' ').at(-1)!);

/** A name without the s of the possessive. */
const bare = (word: string): string => word.replace(/[’']s?$/, '');

/** The noun phrase at the start of a sentence, as far as its end can be told without knowing all verbs. */
function leadingPhrase(tokens: Token[]): Range | null {
  let from = 0;
  while (from < 3 && phraseEnds.has(tokens[from]?.lower ?? '')) from++;
  if (prepositions.has(tokens[from]?.lower ?? '')) {
    while (from < 12 && tokens[from] && tokens[from]!.text !== ',') from++;
    from++;
  }
  let to = from - 1;
  while (
    to - from < 14 &&
    tokens[to + 1]?.kind === 'word' &&
    (to < from || !isCapital(tokens[to]) || isCapital(tokens[to + 1]))
  ) {
    const next = tokens[to + 1]!;
    if (phraseEnds.has(next.lower) || (prepositions.has(next.lower) && next.lower !== 'of')) break;
    if (/(ed|ing)$/.test(next.lower) && !isCapital(next)) break;
    if (to >= from && determiners.has(next.lower) && tokens[to]!.lower !== 'of') return null;
    to++;
  }
  const range = to >= from ? phraseBefore(tokens, to) : null;
  return range && range.from >= from ? range : null;
}
