import {
  alsoNouns,
  bearers,
  betweenSubjectAndVerb,
  bodies,
  determiners,
  roles,
  timeWords,
  weekdaysAndMonths,
} from './english.ts';
import { isCapital, phraseAfter, phraseBefore, singular, type Range } from './phrases.ts';
import { acrossParenthesis, appositionAfter, isPause } from './asides.ts';
import type { Token } from './sentences.ts';
import { sayings, type Saying } from './verbs.ts';

/** Who does the saying: a phrase, a pronoun, or whoever the cue before it has. */
export type Subject =
  | { kind: 'phrase'; range: Range; role: Range | null }
  | { kind: 'pronoun'; at: number }
  | { kind: 'inherited' };

/** A verb of saying with its subject, or “according to” with its source. */
export interface Cue {
  /** The verb's token. */
  at: number;
  /** All its tokens, subject and verb. */
  from: number;
  to: number;
  saying: Saying;
  subject: Subject;
  /** Whether the subject is a thing that bears words, such as a sign. */
  bearer: boolean;
}

const pronouns = new Set(['he', 'she', 'they', 'it']);
const be = new Set(['is', 'was', 'are', 'were', 'be', 'been', 'being']);
const noFact = new Set([
  'to',
  'not',
  'never',
  'would',
  'will',
  'shall',
  'should',
  'can',
  'could',
  'may',
  'might',
  'must',
  'did',
  'do',
  'does',
  'cannot',
]);
const joins = new Set(['and', 'but', 'or', 'then']);

/** All cues of a sentence, in order. */
export function cuesIn(tokens: Token[]): Cue[] {
  const cues: Cue[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const cue = tokens[i]!.kind === 'word' ? (accordingTo(tokens, i) ?? verbCue(tokens, i)) : colonCue(tokens, i);
    if (cue) cues.push(cue);
  }
  return cues;
}

const says: Saying = { mode: 'says', form: 's', base: 'say' };
const phrase = (range: Range, role: Range | null = null): Subject => ({ kind: 'phrase', range, role });

function make(tokens: Token[], at: number, saying: Saying, subject: Subject): Cue {
  const range =
    subject.kind === 'phrase'
      ? subject.range
      : subject.kind === 'pronoun'
        ? { from: subject.at, to: subject.at }
        : { from: at, to: at };
  const bearer =
    subject.kind === 'phrase' && tokens.slice(range.from, range.to + 1).some((token) => bearers.has(token.lower));
  return { at, from: Math.min(at, range.from), to: Math.max(at, range.to), saying, subject, bearer };
}

function accordingTo(tokens: Token[], i: number): Cue | null {
  if (tokens[i]!.lower !== 'according' || tokens[i + 1]?.lower !== 'to') return null;
  const range = phraseAfter(tokens, i + 2);
  return range && make(tokens, i, says, phrase(range, appositionAfter(tokens, range.to)));
}

/** “Smith: ‘…’” at the start of a sentence, as headlines and transcripts have it. */
function colonCue(tokens: Token[], i: number): Cue | null {
  if (tokens[i]!.text !== ':' || tokens[i + 1]?.kind !== 'quotation' || i > 8) return null;
  const range = phraseBefore(tokens, i - 1);
  return range?.from === 0 && isCapital(tokens[range.to]) ? make(tokens, i, says, phrase(range)) : null;
}

function verbCue(tokens: Token[], i: number): Cue | null {
  const token = tokens[i]!;
  const saying = token.lower === token.text ? sayings.get(token.lower) : undefined;
  if (!saying) return null;
  const before = skipBetween(tokens, i);
  if (before.noFact) return null;
  const adjusted =
    saying.base === 'call' && ['for', 'on'].includes(tokens[i + 1]?.lower ?? '')
      ? { ...saying, mode: 'demands' as const }
      : saying;
  const subject = subjectOf(tokens, i, adjusted, before);
  return subject && make(tokens, i, adjusted, subject);
}

interface Before {
  /** The token before the verb, adverbs, auxiliaries and words of time left out. */
  at: number;
  passive: boolean;
  noFact: boolean;
}

function skipBetween(tokens: Token[], verb: number): Before {
  let at = verb - 1;
  let passive = false;
  for (; at >= 0; at--) {
    const token = tokens[at]!;
    if (noFact.has(token.lower) || /n[’']t$/.test(token.lower)) return { at, passive, noFact: true };
    if (be.has(token.lower)) passive = true;
    else if (!betweenSubjectAndVerb.has(token.lower) && !(token.lower.endsWith('ly') && !isCapital(token))) break;
    if (token.lower === 'who') break;
  }
  const time = (k: number): boolean =>
    timeWords.has(tokens[k]?.lower ?? '') ||
    weekdaysAndMonths.has(tokens[k]?.lower ?? '') ||
    /^\d/.test(tokens[k]?.text ?? '');
  let k = at;
  while (k > 0 && time(k)) k--;
  const first = tokens[k + 1]?.lower ?? '';
  if (k < at && (timeWords.has(first) || weekdaysAndMonths.has(first)) && !isPause(tokens[k])) at = k;
  return { at, passive, noFact: false };
}

function subjectOf(tokens: Token[], verb: number, saying: Saying, before: Before): Subject | null {
  const { at } = before;
  const previous = tokens[at];
  if (saying.form === 'ing')
    return before.passive && previous ? finite(tokens, verb, saying, at) : participle(tokens, verb);
  if (saying.form === 'past' && (before.passive || tokens[verb + 1]?.lower === 'by')) return passive(tokens, verb);
  if (
    saying.form === 'base' &&
    !(previous && (previous.lower.endsWith('s') || ['people', 'police', 'they'].includes(previous.lower)))
  )
    return null;
  return finite(tokens, verb, saying, at);
}

/** “as described by the mayor”, “was called ‘…’ by the mayor”. */
function passive(tokens: Token[], verb: number): Subject | null {
  for (let i = verb + 1; i <= verb + 6 && i < tokens.length; i++) {
    if (tokens[i]!.lower === 'by') {
      const range = phraseAfter(tokens, i + 1);
      return range && phrase(range);
    }
    if (tokens[i]!.kind === 'mark') return null;
  }
  return null;
}

/** “…, warning that”: whoever spoke before it; “was quoted as saying”: who was quoted. */
function participle(tokens: Token[], verb: number): Subject | null {
  const previous = tokens[verb - 1];
  if (!previous || determiners.has(previous.lower) || ['of', 'without', 'for', 'no', 'from'].includes(previous.lower))
    return null;
  if (previous.lower === 'as') {
    for (let i = verb - 2; i >= Math.max(0, verb - 12); i--) {
      if (!['quoted', 'cited'].includes(tokens[i]!.lower)) continue;
      const { at, passive: isPassive } = skipBetween(tokens, i);
      const across = isPassive && isPause(tokens[at]) ? acrossParenthesis(tokens, at) : null;
      if (across) return phrase(across.range, across.role);
      const range = isPassive ? phraseBefore(tokens, at) : phraseAfter(tokens, i + 1);
      return range && phrase(range);
    }
    return null;
  }
  const plain = ['saying', 'adding', 'telling', 'writing', 'insisting', 'arguing'].includes(tokens[verb]!.lower);
  return plain ||
    isPause(previous) ||
    joins.has(previous.lower) ||
    previous.kind === 'quotation' ||
    previous.lower === 'by'
    ? { kind: 'inherited' }
    : null;
}

function finite(tokens: Token[], verb: number, saying: Saying, at: number): Subject | null {
  const previous = tokens[at];
  const beforeQuotation = previous?.kind === 'quotation' || (isPause(previous) && tokens[at - 1]?.kind === 'quotation');
  if (at === verb - 1 && (!previous || beforeQuotation)) return inverted(tokens, verb);
  if (!previous) return null;
  if (pronouns.has(previous.lower) && previous.text !== 'IT') return { kind: 'pronoun', at };
  if (joins.has(previous.lower)) return { kind: 'inherited' };
  if (['who', 'which', 'that'].includes(previous.lower)) {
    const range = phraseBefore(tokens, isPause(tokens[at - 1]) ? at - 2 : at - 1);
    return range && phrase(range);
  }
  if (isPause(previous) || previous.text === ')') {
    const across = acrossParenthesis(tokens, at);
    return across ? phrase(across.range, across.role) : atEnd(tokens, verb);
  }
  const range = phraseBefore(tokens, at);
  if (!range || (alsoNouns.has(tokens[verb]!.lower) && !goesWithVerb(tokens, range, verb))) return null;
  return phrase(range);
}

/** Whether “claims” after this phrase is a verb. */
function goesWithVerb(tokens: Token[], range: Range, verb: number): boolean {
  const last = tokens[range.to]!;
  const next = tokens[verb + 1]?.lower ?? '';
  if (['of', 'about', 'from', 'by', 'and', 'or', 'suggest', 'show', 'put'].includes(next) || be.has(next)) return false;
  if (tokens[range.from]!.lower === 'one') return true;
  return isCapital(last) || roles.has(last.lower) || bodies.has(last.lower) || roles.has(singular(last.lower));
}

/** “said Jane Smith, a farmer”. */
function inverted(tokens: Token[], verb: number): Subject | null {
  const next = tokens[verb + 1];
  if (!next || next.kind !== 'word') return null;
  if (pronouns.has(next.lower)) return { kind: 'pronoun', at: verb + 1 };
  const range = phraseAfter(tokens, verb + 1);
  return range && phrase(range, appositionAfter(tokens, range.to));
}

/** “…, said the mayor.” where nobody stands before the comma. */
function atEnd(tokens: Token[], verb: number): Subject | null {
  const subject = inverted(tokens, verb);
  if (subject?.kind !== 'phrase') return null;
  const next = tokens[subject.range.to + 1];
  return !next || next.kind === 'mark' ? subject : null;
}
