import type { Span } from '../reading.ts';
import { nounPhrases, verbGroups, type Stretch, type VerbGroup } from './chunks.ts';
import { subjectBefore } from './sources.ts';
import type { Word } from './tagger.ts';

/** A sentence taken apart: its words, noun phrases and verbs. */
export interface Parsed {
  words: Word[];
  phrases: (Stretch | null)[];
  groups: VerbGroup[];
  /** The group that each word starts, if any. */
  groupAt: (VerbGroup | undefined)[];
}

/** An attribution as it is found; content may still follow in later sentences. */
export interface Found {
  /** The words of the source, where it is printed. */
  source: Stretch | null;
  /** The sentence that holds the source and the cue. */
  parsed: Parsed;
  sourceSpan: Span | null;
  cue: Span;
  content: Span[];
  /** Those in whose content it stands, nearest first. */
  via: Found[];
}

/** Takes the words of a sentence apart. */
export function parse(words: Word[]): Parsed {
  const groups = verbGroups(words);
  const groupAt: (VerbGroup | undefined)[] = [];
  for (const group of groups) groupAt[group.from] = group;
  return { words, phrases: nounPhrases(words), groups, groupAt };
}

/** The stretch of the text that some words print, with the quotation marks that open before them or close behind them. */
export function spanOf(words: readonly Word[], { from, to }: Stretch): Span {
  const first = words[from]!;
  const last = words[to]!;
  const opens = first.quoted && words[from - 1]?.quoted !== first.quoted;
  const closes = last.quoted && words[to + 1]?.quoted !== last.quoted;
  return {
    start: opens ? first.quoted!.outer.start : first.start,
    end: closes ? last.quoted!.outer.end : last.end,
  };
}

/** What is found in one sentence, from left to right. */
export class Analysis {
  readonly parsed: Parsed;
  readonly found: Found[] = [];
  /** The words that belong to an attribution already. */
  readonly claimed: boolean[];
  /** Whether a quotation without a speaker stands right before the sentence. */
  readonly pending: boolean;
  /** Those who are quoted with all of this; none but for what stands in somebody's content. */
  readonly via: Found[];
  readonly #within: Stretch;
  #source: Stretch | null = null;

  constructor(parsed: Parsed, pending: boolean, within: { stretch: Stretch; via: Found[] } | null) {
    this.parsed = parsed;
    this.pending = pending;
    this.via = within?.via ?? [];
    const { from, to } = within?.stretch ?? { from: 0, to: parsed.words.length - 1 };
    this.#within = { from, to };
    this.claimed = parsed.words.map((_, i) => i < from || i > to);
  }

  /** Whether a word can be of a new cue: it is in no attribution yet, and in no quotation. */
  isFree(i: number): boolean {
    return !this.claimed[i] && this.parsed.words[i]!.quoted === null;
  }

  /** Puts down an attribution; those that stand in its content were said through its source. */
  put(source: Stretch | null, cue: Stretch, content: Stretch[]): void {
    const { words } = this.parsed;
    if (content.some(({ from, to }) => from < this.#within.from || to > this.#within.to)) return;
    const spans = content.map((one) => spanOf(words, one));
    const one: Found = {
      source,
      parsed: this.parsed,
      sourceSpan: source && spanOf(words, source),
      cue: spanOf(words, cue),
      content: spans,
      via: [...this.via],
    };
    for (const other of this.found)
      if (spans.some(({ start, end }) => start <= other.cue.start && other.cue.end <= end)) other.via.push(one);
    this.found.push(one);
    for (const { from, to } of source ? [source, cue, ...content] : [cue, ...content])
      this.claimed.fill(true, from, to + 1);
    if (source && !words[source.from]!.tag.startsWith('W')) this.#source = source;
  }

  /** Whose a verb without a subject of its own is: who spoke before it in the sentence, or the subject of the first verb. */
  sourceOf(group: VerbGroup): Stretch | null {
    if (this.#source) return this.#source;
    const { words, phrases, groups } = this.parsed;
    const first = groups.find((one) => one.finite && one.to < group.from && words[one.head]!.quoted === null);
    return first ? subjectBefore(words, phrases, first.from) : null;
  }
}

/** The last word of a sentence, its full stop left out. */
export function sentenceEnd(words: readonly Word[]): number {
  let to = words.length - 1;
  while (to > 0 && words[to]!.text === '.' && words[to]!.quoted === null) to--;
  return to;
}
