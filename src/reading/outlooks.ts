import type { Mode } from '../journal/statement.ts';
import type { Span } from './reading.ts';
import { startsCapital, type Sentence, type Token } from './sentences.ts';
import { pasts } from './times/tense.ts';
import { sayings } from './verbs.ts';
import { setOf } from './word-sets.ts';

/** What the clause of a figure says of it: that it is so, may be so, or is to come; of a condition it says nothing. */
export type Likelihood = 'fact' | 'estimate' | 'outlook' | 'nothing';

/** Where a clause ends. */
const borders = setOf(`
  , ; : ( ) — – and but or while that which who whom whose because when where as before after until so since than
  i you he she it we they`);
/** “Wo” is what is left of “won’t”. */
const modals = setOf('will wo would shall could may might ’ll');
/** Behind these the infinitive is still to be done. */
const awaiting = setOf(`
  expected likely set projected forecast predicted scheduled planned poised plan plans planning hope hopes hoping aim aims
  intend intends want wants vow vows vowed promise promises promised pledge pledges pledged threaten threatens threatened
  threatening expect expects`);
/** Behind these also whatever is not an infinitive: “expects 300 guests”. */
const expecting = setOf('expect expects expecting predict predicts predicting');
/** Behind “is” these need nothing more. */
const foreseen = setOf('expected forecast predicted projected likely anticipated');
const present = setOf('is are was were has have had do does did');
const auxiliaries = setOf('have be been not never also now already even');
const conditions = setOf('if unless whether');
const denials = setOf('not never');
/** How many words away the verb of a figure stands at most. */
const reach = 10;

/** Where the words behind a modal show that it was so, may have been so, or is to come. */
function ofModal(tokens: readonly Token[], i: number): Likelihood {
  const { lower } = tokens[i]!;
  const next = tokens[i + 1]?.lower ?? '';
  const isDenied = denials.has(next) || /n[’']t$/.test(lower);
  // “Could not reach 300 people” tells what happened.
  if (isDenied && lower.startsWith('could')) return 'fact';
  const verb = tokens[isDenied ? i + 2 : i + 1]?.lower;
  if (verb !== 'have' || tokens[i + 2]?.lower === 'to') return 'outlook';
  return lower.startsWith('would') ? 'nothing' : lower === 'will' ? 'outlook' : 'estimate';
}

/** What a word says of its clause; `null` where it is no verb, or one of saying, which says nothing of what is said. */
function signAt(tokens: readonly Token[], i: number): Likelihood | null {
  const { lower, text } = tokens[i]!;
  const before = tokens[i - 1]?.lower ?? '';
  const bare = lower.replace(/n[’']t$/, '');
  if (modals.has(bare)) return startsCapital(text) && i > 0 ? null : ofModal(tokens, i);
  if (before !== 'than' && before !== 'as') {
    if (awaiting.has(lower) && isToCome(tokens, i + 1)) return 'outlook';
    if (expecting.has(lower)) return 'outlook';
  }
  if (sayings.has(lower)) return null;
  if (present.has(bare) && isAwaitingBehind(tokens, i)) return 'outlook';
  return present.has(bare) || pasts.has(lower) || /[^e]ed$/.test(lower) ? behindModal(tokens, i) : null;
}

/** What a form of the past says: with a modal before it (“could have been lost”) what that says. */
function behindModal(tokens: readonly Token[], i: number): Likelihood {
  for (let k = i - 1; k >= 0 && i - k < 5; k--) {
    const { lower } = tokens[k]!;
    if (modals.has(lower.replace(/n[’']t$/, ''))) return ofModal(tokens, k);
    if (!auxiliaries.has(lower)) break;
  }
  return 'fact';
}

/** Whether “to” follows, over the words for who is to do it: “expects the river to rise”. */
function isToCome(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 5 && tokens[i] && !borders.has(tokens[i]!.lower); i++)
    if (tokens[i]!.lower === 'to') return true;
  return false;
}

/** “Is now set to”, “are expected”: the words behind the verb say what it waits for. */
const isAwaitingBehind = (tokens: readonly Token[], i: number): boolean =>
  [1, 2, 3].some((k) => {
    const lower = tokens[i + k]?.lower ?? '';
    return foreseen.has(lower) || (awaiting.has(lower) && tokens[i + k + 1]?.lower === 'to');
  });

/**
 * How likely a figure is by the verb of its clause: the nearest one before it, else the first one behind it.
 *
 * A condition or a question (“if more than 50 fall”) states nothing.
 */
export function likelihoodOf({ tokens }: Sentence, { start, end }: Span): Likelihood {
  const at = tokens.findIndex((token) => token.end > start);
  let sign: Likelihood | null = null;
  for (let i = at - 1; i >= 0 && at - i <= reach; i--) {
    const { lower } = tokens[i]!;
    if (conditions.has(lower)) return 'nothing';
    if (borders.has(lower)) break;
    sign ??= signAt(tokens, i);
  }
  if (sign !== null) return sign;
  const behind = tokens.findIndex((token) => token.start >= end);
  for (let i = behind < 0 ? tokens.length : behind; i < tokens.length && i - behind < reach; i++) {
    if (borders.has(tokens[i]!.lower)) break;
    const found = signAt(tokens, i);
    if (found !== null) return found;
  }
  return 'fact';
}

/** How a figure is said that is to come or may be: `forecasts` or `estimates` instead of a mode that says it is so. */
export function modeBy(likelihood: Likelihood, mode: Mode): Mode {
  const isOfFact = ['says', 'reports', 'announces', 'confirms', 'estimates'].includes(mode);
  if (!isOfFact || likelihood === 'fact') return mode;
  return likelihood === 'outlook' ? 'forecasts' : 'estimates';
}
