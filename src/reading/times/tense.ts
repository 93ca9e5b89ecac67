import type { TimeToken } from './tokens.ts';
import { setOf } from '../word-sets.ts';

/** What a clause speaks of: what was (-1, and -2 without doubt) or will be (1, 2); 0 where it does not show. */
export type Direction = -2 | -1 | 0 | 1 | 2;

/** Words that say that their clause speaks of what is to come. */
const ahead = setOf(`
  will shall won would should may might could can must expected expects expect planned plans plan scheduled due payable
  effective hopes hope intends intend going upcoming deadline expires expire wants want aims vows promises pending
  slated bound ready likely planning preparing hoping expecting starting beginning`);
/** Words of clauses that speak of what was, beside those that end in “-ed”. */
export const pasts = setOf(`
  was were had has have did been said told began took left came went made gave found held met knew thought became saw led sent
  kept brought spent wrote spoke broke rose fell grew drove flew won lost paid sold bought built cut hit put shot struck
  got heard felt drew rode slept bore hid swore tore beat meant dealt fled dug hung lit slid woke overcame underwent
  fought caught taught sought stood understood ran sank swept threw withdrew chose froze shook stole wore died`);
const present = setOf('is are am does do says say');
/** What is told in the present of what is planned: “the gates open on Saturday”, “the strike starts on Monday”. */
const planned = setOf('begins starts opens reopens closes ends resumes meets convenes reconvenes departs');
const plannedWith = setOf('takes-effect takes-place take-effect take-place comes-into goes-into kicks-off');
/** “Is arriving on Monday”; not “is investigating a fire on Monday”. */
const arriving = setOf(
  'arriving coming visiting leaving returning meeting hosting holding opening closing starting voting',
);
/** Where a clause may start. */
const borders = setOf(', ; : that which who whom whose because when while where if and but or as ( ) — – “ ” "');

function sign(tokens: readonly TimeToken[], i: number): Direction | null {
  const token = tokens[i]!;
  const lower = verbOf(token.lower);
  const before = tokens[i - 1]?.lower;
  if (lower === 'set') return tokens[i + 1]?.lower === 'to' || tokens[i + 1]?.lower === 'for' ? 1 : -1;
  // “Agreed to meet on Sunday” looks ahead, “agreed on Sunday” does not.
  if (lower === 'agreed') return tokens[i + 1]?.lower === 'to' ? 1 : -1;
  // The month looks nowhere.
  if (token.lower === 'may' && token.text !== 'may' && i > 0) return null;
  // Who “could not be reached” could not then.
  if (lower === 'could' && isDenied(tokens, i, i)) return -1;
  // “Had been scheduled to expire” and “began as planned” are as late as their verb.
  if (ahead.has(lower)) return before === 'to' || before === 'as' ? null : 1;
  const next = tokens[i + 1]?.lower ?? '';
  if (/^(?:has|have)$/.test(lower) && next === 'to') return 1;
  if (planned.has(lower) || plannedWith.has(`${lower}-${next}`)) return isDenied(tokens, i, i) ? 0 : 1;
  if (pasts.has(lower) || isRegularPast(token)) return isPassive(tokens, i) ? null : -1;
  return present.has(lower) ? (next === 'to' || arriving.has(next) ? 1 : 0) : null;
}

/** “Will be held”, “is to be formally signed”: what stands before “be” says when. */
function isPassive(tokens: readonly TimeToken[], i: number): boolean {
  const before = tokens[i - 1]?.lower ?? '';
  const verb = /(?:ly|^also|^not|^then)$/.test(before) ? tokens[i - 2]?.lower : before;
  return /^(?:be|being|is|are|remain|stay|keep)$/.test(verb ?? '');
}

const short: Partial<Record<string, string>> = { ll: 'will', re: 'are', ve: 'have', m: 'am', wo: 'will', ca: 'can' };
/** The verb of a short form: “he’ll”, “they’ve”, “won’t”, “didn’t”. */
function verbOf(word: string): string {
  const at = word.search(/['’]/);
  if (at < 1) return word;
  const verb = word.endsWith('t') ? word.slice(0, at - 1) : word.slice(at + 1);
  return short[verb] ?? verb;
}

/** A verb by its ending: not “succeed”, “indeed” or “hundred”. */
const isRegularPast = ({ text, lower }: TimeToken): boolean =>
  lower.length > 4 && lower.endsWith('ed') && !/(?:[cdnps]ee|dre|sacre)d$/.test(lower) && !/^\p{Lu}/u.test(text);

/** Right before a time they leave no doubt. */
const strong: Partial<Record<string, Direction>> = {
  until: 2,
  till: 2,
  due: 2,
  payable: 2,
  effective: 2,
  by: 1,
  ended: -2,
  since: -2,
  dated: -2,
};

/** “By Tuesday 40 people had left”, “40 people had left by Tuesday”: all that is told was before it. */
const isPerfect = (tokens: readonly TimeToken[], from: number, to: number): boolean =>
  tokens
    .slice(Math.max(0, from - 8), to + 8)
    .some(({ lower }, i, near) => lower === 'had' && near[i + 1]?.lower !== 'to');

/** “As soon as Monday”, “ahead of Sunday’s vote”, “the deadline is Monday”, “the vote is on Monday”. */
function isAhead(tokens: readonly TimeToken[], i: number): boolean {
  const [word, before] = [tokens[i]?.lower ?? '', tokens[i - 1]?.lower ?? ''];
  if (word === 'as' || word === 'of') return before === (word === 'as' ? 'soon' : 'ahead');
  return /^(?:is|are)$/.test(/^(?:on|in|at|for)$/.test(word) ? before : word);
}

/** How far a verb is looked for. */
const reach = 40;

const denials = setOf('not never neither nor nobody none');
/** “Did not leave until Friday”: the day up to which something did not happen is as late as its verb. */
const isDenied = (tokens: readonly TimeToken[], from: number, to: number): boolean =>
  tokens.slice(Math.max(0, from - 8), to + 6).some(({ lower }) => denials.has(lower) || /n['’]t$/.test(lower));

/** What somebody comes for, and so is still to come when they set out. */
const occasions = setOf(`
  talks talk meeting meetings summit negotiations session hearing vote visit ceremony funeral match game election elections
  referendum conference debate trial inauguration rally final launch briefing`);
const links = setOf('at in with of by to from between among over about on');
/** How far the “for” of an occasion is looked for. */
const occasionReach = 10;

/**
 * What “for talks on Thursday” and “ahead of the vote on Sunday” speak of; `null` where nothing such stands before a time.
 *
 * Who has come for them, or comes, has them ahead; beside “came” the nearest is meant, for only the day of coming could tell.
 */
function occasionBefore(tokens: readonly TimeToken[], on: number): Direction | null {
  if (tokens[on]?.lower !== 'on') return null;
  let isOccasion = false;
  let at = on - 1;
  for (; at > 0 && on - at < occasionReach; at--) {
    const { lower } = tokens[at]!;
    if (lower === 'for' || (lower === 'of' && tokens[at - 1]!.lower === 'ahead')) break;
    if (borders.has(lower) || sign(tokens, at) !== null) return null;
    // “For the bill at a session on Tuesday” is for no session.
    isOccasion = !links.has(lower) && (isOccasion || occasions.has(lower));
  }
  if (!isOccasion || at <= 0 || on - at >= occasionReach) return null;
  for (let i = at - 1; i >= 0 && at - i < reach && !borders.has(tokens[i]!.lower); i--) {
    const found = sign(tokens, i);
    if (found === null) continue;
    const isPast = settled(tokens, i, found) < 0;
    return isPast && !/^(?:has|have)$/.test(tokens[i - 1]?.lower ?? '') ? 0 : 1;
  }
  return null;
}

/**
 * Whether the clause around some tokens speaks of what was (-1) or will be (1).
 *
 * The nearest sign before it in its clause decides, else the nearest behind it, else the nearest before its clause. Without
 * doubt are words such as “until” right before it, and the sign behind it where its sentence has none before.
 */
export function directionAt(tokens: readonly TimeToken[], from: number, to: number): Direction {
  let i = from - 1;
  while (i >= 0 && i > from - 5 && tokens[i]!.meanings.length > 0) i--;
  const word = tokens[i]?.lower ?? '';
  if (word === 'by' && isPerfect(tokens, i, to)) return -1;
  const certain = isAhead(tokens, i) ? 1 : strong[word];
  if (certain !== undefined && !(certain === 2 && isDenied(tokens, i, to))) return certain;
  // “Reopened in May”: nothing stands between a past verb and its time.
  if (word === 'in' && i > 0 && sign(tokens, i - 1) === -1) return -2;
  const occasion = occasionBefore(tokens, i);
  if (occasion !== null) return occasion;
  for (; i >= 0 && from - i < reach && !borders.has(tokens[i]!.lower); i--) {
    const found = sign(tokens, i);
    if (found !== null) return settled(tokens, i, found);
  }
  // “In January, after long talks, it closed”: where its sentence says nothing before it, the verb to come leaves no doubt.
  const isLeading = i < 1;
  for (let k = to; k < tokens.length && k - to < reach; k++) {
    if (borders.has(tokens[k]!.lower) && k > to && !(isLeading && tokens[k]!.lower === ',')) break;
    const found = sign(tokens, k);
    if (found !== null) {
      const direction = settled(tokens, k, found);
      return isLeading ? ((direction * 2) as Direction) : direction;
    }
  }
  for (; i >= 0 && from - i < reach; i--) {
    const found = sign(tokens, i);
    if (found !== null) return settled(tokens, i, found);
  }
  return 0;
}

/** “Would have met”, “had been expected”: the words beside a sign can turn it. */
function settled(tokens: readonly TimeToken[], i: number, found: Direction): Direction {
  const isPerfect =
    tokens[i - 1]?.lower === 'had' || (tokens[i - 1]?.lower === 'been' && tokens[i - 2]?.lower === 'had');
  if (found === 1 && isPerfect) return -1;
  if (found === 1 && (tokens[i + 1]?.lower === 'have' || tokens[i + 2]?.lower === 'have')) return -1;
  return found;
}
