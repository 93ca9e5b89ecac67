import type { Mode } from '../../journal/statement.ts';
import type { HeardCue, Voice } from '../quotations.ts';
import type { Attribution, Span, SuggestedSpeaker } from '../reading.ts';
import { sayings } from '../verbs.ts';

/** A stretch of content, and whose it is. */
interface Held extends Span {
  by: Attribution;
}

/** How an attribution says that somebody says something: by which verb, in its base form. */
interface SaidBy {
  base: string;
  mode: Mode;
  channel: string | null;
  negated: boolean;
}

/** So many stretches before a place are looked at: attributions stand in each other only a few deep. */
const reach = 12;

/** Whose words stand at the places of a text, by its attributions. */
export class Voices {
  readonly #text: string;
  readonly #held: Held[];
  readonly #verbs = new Map<number, HeardCue>();

  constructor(text: string, attributions: readonly Attribution[]) {
    this.#text = text;
    this.#held = attributions
      .flatMap((by) => (by.speaker ? by.content.map(({ start, end }) => ({ start, end, by })) : []))
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Remembers the verb of saying that starts at a place. */
  hear(at: number, cue: HeardCue): void {
    this.#verbs.set(at, cue);
  }

  /** Who says a figure: the outermost source whose cue is one of saying; thinking and wanting is not saying. */
  ofFigure(at: Span): Voice | null {
    for (const { by } of this.#around(at)) {
      const saying = this.sayingOf(by);
      if (saying) return { speaker: by.speaker, mode: saying.mode, channel: saying.channel };
    }
    return null;
  }

  /** Who is quoted: the innermost source, or whoever was `heard` where that is its speaker; nobody who only thinks, if it may be no speech. */
  ofQuotation(at: Span, heard: Voice | null, isSpeech: boolean): Voice | null {
    const by = this.#around(at).at(-1)?.by;
    if (!by || (heard?.speaker && isWithin(by, heard.speaker))) return heard;
    const saying = this.sayingOf(by);
    if (saying?.negated) return heard;
    const isWhole = by.speech === 'direct' && /[,.!?…]$/.test(this.#text.slice(at.start, at.end));
    if (!saying && !heard && !isSpeech && !isWhole) return null;
    return { speaker: by.speaker, mode: saying?.mode ?? 'says', channel: saying?.channel ?? null };
  }

  /** By which verb of saying an attribution says it; `null` where it is none. */
  sayingOf({ cue }: Attribution): SaidBy | null {
    for (const { start, end } of cue) {
      const printed = this.#text.slice(start, end);
      const negated = /\b(not|never)\b|n[’']t\b/.test(printed);
      if (/^according\b/i.test(printed)) return { base: 'say', mode: 'says', channel: null, negated };
      for (const { 0: word, index } of printed.matchAll(/\p{L}+/gu)) {
        const saying = sayings.get(word.toLowerCase());
        if (!saying) continue;
        const { mode, channel } = this.#verbs.get(start + index) ?? { mode: saying.mode, channel: null };
        return { base: saying.base, mode, channel, negated };
      }
    }
    return null;
  }

  /** The contents that hold a place, the outermost first. */
  #around(at: Span): Held[] {
    let [low, high] = [0, this.#held.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#held[middle]!.start > at.start) high = middle;
      else low = middle + 1;
    }
    return this.#held
      .slice(Math.max(0, low - reach), low)
      .filter(({ end }) => at.end <= end)
      .toSorted((a, b) => a.by.via.length - b.by.via.length);
  }
}

/** Whether somebody is whom an attribution names, or speaks in its content; not whoever only stands in its source. */
const isWithin = ({ content, speaker }: Attribution, { name, start, end }: SuggestedSpeaker): boolean =>
  speaker?.name === name || [speaker!, ...content].some((span) => span.start < end && start < span.end);
