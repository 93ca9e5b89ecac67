import type { StatementId } from '../terms/ids.ts';
import { meets, type Claim } from './kinds/claim.ts';
import type { Weighed } from './weighing.ts';

/** Which statements differ from each other. */
export interface Disputes {
  /** Pairs of them in the order of recording, at most `mostPairsListed`. */
  pairs: [StatementId, StatementId][];
  /** How many pairs there are beside those listed. */
  more: number;
}

/** How many pairs are listed: a thousand voices can be half a million pairs, which nobody reads. */
export const mostPairsListed = 50;

/**
 * Which of some voices on one subject differ from each other.
 *
 * Facts contradict where they differ; a denial contradicts the facts that it agrees with, because those are what it denies.
 * A link of denial makes a dispute by itself. All pairs are counted without looking at each.
 */
export function disputesAmong(voices: readonly Weighed[]): Disputes {
  const links = new Links(voices);
  // How many of the pairs of each voice have not been listed yet.
  const left = contradictedBy(voices).map((pairs, i) => pairs + links.of(voices[i]!));
  const count = left.reduce((sum, pairs) => sum + pairs, 0) / 2;
  const pairs: Disputes['pairs'] = [];
  const listed = Math.min(count, mostPairsListed);
  for (let i = 0; i < voices.length && pairs.length < listed; i++) {
    const one = voices[i]!;
    for (let j = i + 1; j < voices.length && left[i]! > 0 && pairs.length < listed; j++) {
      const other = voices[j]!;
      if (!contradict(one, other) && !links.between(one, other)) continue;
      pairs.push([one.id, other.id]);
      left[i]!--;
      left[j]!--;
    }
  }
  return { pairs, more: count - pairs.length };
}

/** The claim of a voice that can contradict or be contradicted by its value. */
function claimOf({ weight, claim }: Weighed): Claim | null {
  return claim === 'beside' || (weight !== 'fact' && weight !== 'denial') ? null : claim;
}

function contradict(one: Weighed, other: Weighed): boolean {
  const [a, b] = [claimOf(one), claimOf(other)];
  if (a === null || b === null || one.aspect !== other.aspect) return false;
  if (one.weight === 'fact' && other.weight === 'fact') return !meets(a, b);
  return one.weight !== other.weight && meets(a, b);
}

/** The stretches of claims that say one word, by their ends: how many meet another is found without looking at each. */
class Stretches {
  readonly #claims: Claim[] = [];
  #lows: Float64Array | null = null;
  #highs: Float64Array | null = null;

  add(claim: Claim): void {
    this.#claims.push(claim);
  }

  /** How many of them meet a claim that says the same word. */
  meeting({ low, high }: Claim): number {
    const [first] = this.#claims;
    if (first === undefined) return 0;
    if (this.#claims.length === 1) return low <= first.high && first.low <= high ? 1 : 0;
    this.#lows ??= Float64Array.from(this.#claims, (claim) => claim.low).toSorted();
    this.#highs ??= Float64Array.from(this.#claims, (claim) => claim.high).toSorted();
    return firstAbove(this.#lows, high) - firstAtLeast(this.#highs, low);
  }
}

/** What is said of one aspect: how many facts, and who says the same word, as a fact and as a denial. */
interface Issue {
  facts: number;
  words: Map<string, { fact: Stretches; denial: Stretches }>;
}

/** How many of some voices each of them contradicts by its value. */
function contradictedBy(voices: readonly Weighed[]): number[] {
  const issues = new Map<string, Issue>();
  const claims = voices.map((voice) => {
    const claim = claimOf(voice);
    if (claim === null) return null;
    const issue = issues.get(voice.aspect) ?? { facts: 0, words: new Map() };
    const word = issue.words.get(claim.says) ?? { fact: new Stretches(), denial: new Stretches() };
    issues.set(voice.aspect, issue);
    issue.words.set(claim.says, word);
    const isFact = voice.weight === 'fact';
    word[isFact ? 'fact' : 'denial'].add(claim);
    if (isFact) issue.facts++;
    return { claim, issue, word, isFact };
  });
  return claims.map((one) => {
    if (one === null) return 0;
    const agreeing = one.word.fact.meeting(one.claim);
    // A fact meets itself, so that it is not counted as one that differs from it.
    return one.isFact ? one.issue.facts - agreeing + one.word.denial.meeting(one.claim) : agreeing;
  });
}

/** Who denies whom by a link, where their values are not in dispute already. */
class Links {
  readonly #links = new Map<StatementId, Set<StatementId>>();

  constructor(voices: readonly Weighed[]) {
    const byId = new Map<StatementId, Weighed>();
    for (const voice of voices) byId.set(voice.id, voice);
    for (const voice of voices) {
      for (const { kind, statement } of voice.links) {
        const other = byId.get(statement);
        if ((kind !== 'denies' && kind !== 'disputes') || other === undefined || contradict(voice, other)) continue;
        this.#add(voice.id, statement);
        this.#add(statement, voice.id);
      }
    }
  }

  #add(from: StatementId, to: StatementId): void {
    this.#links.set(from, (this.#links.get(from) ?? new Set()).add(to));
  }

  of({ id }: Weighed): number {
    return this.#links.get(id)?.size ?? 0;
  }

  between(one: Weighed, other: Weighed): boolean {
    return this.#links.get(one.id)?.has(other.id) ?? false;
  }
}

/** The place of the first number that is at least another, in numbers that rise. */
function firstAtLeast(numbers: Float64Array, number: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (numbers[middle]! < number) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The place of the first number that is above another, in numbers that rise. */
function firstAbove(numbers: Float64Array, number: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (numbers[middle]! <= number) from = middle + 1;
    else to = middle;
  }
  return from;
}
