import type { Parsed } from './analysis.ts';
import type { Stretch, VerbGroup } from './chunks.ts';
import { isQuote, until, type Kind } from './contents.ts';
import { timeWords, weekdaysAndMonths } from '../english.ts';
import { prepositionsWith, type Frame } from './frames.ts';
import { phraseFrom } from './sources.ts';
import { clauseAt } from './surroundings.ts';
import type { Word } from './tagger.ts';

/** What stands behind a verb that attributes. */
export interface Complement {
  /** The last word of the cue: a particle or preposition may follow the verb. */
  cueEnd: number;
  content: Stretch | null;
  /** Where the words behind the cue, its hearer and its time start. */
  next: number;
}

const isDay = (word: Word | undefined): boolean =>
  word !== undefined && /^\p{Lu}/u.test(word.text) && word.lower.endsWith('day') && weekdaysAndMonths.has(word.lower);
const lower = (words: readonly Word[], i: number): string => words[i]?.lower ?? '';
const isStatement = (words: readonly Word[], p: number): boolean =>
  lower(words, p) === 'in' && lower(words, p + 2) === 'statement';

/** Finds the cue's end and what it attributes to its right. */
export function complementOf(parsed: Parsed, group: VerbGroup, frame: Frame): Complement {
  const { words } = parsed;
  const joined = joinedBy(parsed, group, frame);
  if (joined) return joined;
  let cueEnd = group.to;
  let p = frame.quotes ? behindTime(words, group.to + 1) : group.to + 1;
  if (frame.hearer) p = behindHearer(parsed, p);
  if (frame.quotes) {
    const place = behindPlace(parsed, p);
    if (isStatement(words, p) && (place > p || p === cueEnd + 1)) cueEnd = p + 2;
    p = place;
    if (words[p]?.text === ':' && words[p]!.quoted === null) {
      if (p === cueEnd + 1) cueEnd = p;
      const object =
        frame.noun && !frame.hearer && cueEnd === group.to ? phraseFrom(words, parsed.phrases, cueEnd + 1) : null;
      if (object) return { cueEnd, content: until(parsed, object.from, 'clause', group), next: object.from };
      return { cueEnd, content: p + 1 < words.length ? until(parsed, p + 1, 'clause', group) : null, next: p + 1 };
    }
  }
  if (frame.clause && !frame.quotes && words[p]?.tag === 'IN') {
    const place = behindPlace(parsed, p);
    if (lower(words, place) === 'that') p = place;
  }
  if (words[p]?.text === ',' && words[p]!.quoted === null && isQuote(words, p + 1)) p++;
  if (words[p]?.tag === 'RB' && lower(words, p).endsWith('ly') && lower(words, p + 1) === 'that') {
    if (cueEnd === p - 1) cueEnd = p;
    p++;
  }
  const kind = kindAt(parsed, p, frame);
  return { cueEnd, content: kind && until(parsed, p, kind, group), next: p };
}

/** “called for …”, “pointed out that …”: a preposition or particle that belongs to the cue. */
function joinedBy(parsed: Parsed, group: VerbGroup, frame: Frame): Complement | null {
  const { words, phrases } = parsed;
  const { lemma } = words[group.head]!;
  let at = group.to + 1;
  while (at <= group.to + 2 && words[at]?.tag === 'RB') at++;
  let link = words[at];
  const joins = prepositionsWith(lemma);
  if (link && joins?.has(`${link.lower}-${lower(words, at + 1)}`)) link = words[++at];
  else if (!link || !joins?.has(link.lower)) return null;
  if (!link || link.quoted) return null;
  if (lemma === 'point' && link.lower === 'out') {
    let next = behindPlace(parsed, behindTime(words, at + 1));
    if (words[next]?.text === ',' && isQuote(words, next + 1)) next++;
    const kind = kindAt(parsed, next, { ...frame, clause: true });
    return { cueEnd: at, content: kind && until(parsed, next, kind, group), next };
  }
  const opens =
    phrases[at + 1] ||
    isQuote(words, at + 1) ||
    /^(VBG|WP|WRB|DT)$/.test(words[at + 1]?.tag ?? '') ||
    lower(words, at + 1) === 'whether';
  return opens ? { cueEnd: at, content: until(parsed, at + 1, 'phrase', group), next: at + 1 } : null;
}

/** Behind “Monday”, “on Monday”, “last week”, “late Tuesday night”. */
export function behindTime(words: readonly Word[], from: number): number {
  let p = from;
  if (lower(words, p) === 'on' && isDay(words[p + 1])) p++;
  else if (/^(yesterday|today)$/.test(lower(words, p)) && !/^(VB|MD|POS)/.test(words[p + 1]?.tag ?? '')) p++;
  if (/^(early|earlier|late|later)$/.test(lower(words, p))) p++;
  if (/^(last|this|that|next)$/.test(lower(words, p)) && (timeWords.has(lower(words, p + 1)) || isDay(words[p + 1])))
    p += 2;
  while (
    (isDay(words[p]) || /^(morning|afternoon|evening|night|weekend)$/.test(lower(words, p))) &&
    words[p + 1]?.tag !== 'POS'
  )
    p++;
  return p;
}

/** Behind whoever is told. */
function behindHearer({ words, phrases }: Parsed, p: number): number {
  if (!words[p] || words[p].quoted) return p;
  const hearer = phraseFrom(words, phrases, p) ?? (/^(him|her|them)$/.test(words[p].lower) ? { to: p } : null);
  if (!hearer || /^(VBD|VBZ|MD)/.test(words[hearer.to + 1]?.tag ?? '')) return p;
  const next = hearer.to + 1;
  if (lower(words, next) !== 'who') return next;
  const comma = words.findIndex(({ text }, i) => i > next && i < next + 20 && text === ',' && isQuote(words, i + 1));
  return comma < 0 ? next : comma;
}

/** Behind “in an interview with …”, where the words follow; else where it was. */
function behindPlace({ words, phrases }: Parsed, p: number): number {
  let q = p;
  while (
    /^(in|on|at|to|during|of|from|with|by|for|via|through|after|about)$/.test(lower(words, q)) &&
    phrases[q + 1] &&
    words[q]!.quoted === null
  )
    q = behindTime(words, phrases[q + 1]!.to + 1);
  const speech = speechSoon(words, p);
  if (q === p || speech !== null) return speech ?? p;
  const opens = (i: number): boolean => isQuote(words, i) || (lower(words, i) === 'that' && words[i]!.tag !== 'DT');
  const follows =
    opens(q) ||
    words[q]?.text === ':' ||
    (words[q]?.text === ',' && opens(q + 1)) ||
    (/^(in|on|during)$/.test(lower(words, p)) && /^(PRP|EX)$/.test(words[q]?.tag ?? ''));
  return follows ? q : p;
}

/** The colon or comma before a whole quotation, where only a few words without a verb stand between. */
export function speechSoon(words: readonly Word[], from: number): number | null {
  for (let i = from; i < from + 10 && words[i] && words[i]!.quoted === null; i++) {
    const { text, tag } = words[i]!;
    const next = words[i + 1];
    if (text === ':' && (!next || next.quoted)) return i;
    if (text === ',' && next?.tag === 'SPEECH') return i;
    if (
      (/^(VB|MD|W)/.test(tag) && words[i - 1]?.tag !== 'DT') ||
      (tag === 'TO' && (next?.tag ?? '').startsWith('VB')) ||
      words[i]!.lower === 'that'
    )
      return null;
  }
  return null;
}

/** What kind of content may start at a word, by the verb's frame. */
function kindAt(parsed: Parsed, p: number, frame: Frame): Kind | null {
  const { words, phrases } = parsed;
  const word = words[p];
  if (!word) return null;
  if (isQuote(words, p))
    return frame.quotes || frame.clause || frame.hearer ? 'clause' : frame.noun || frame.infinitive ? 'phrase' : null;
  if (word.quoted !== null) return null;
  const clausal = frame.clause || frame.quotes;
  if (clausal && word.lower === 'that' && words[p + 1]?.text === ',') return 'clause';
  if (/^(that|if|whether)$/.test(word.lower) && (word.tag === 'IN' || word.tag === 'WDT' || !phrases[p]))
    return clausal ? 'clause' : frame.noun && isQuote(words, p + 1) ? 'phrase' : null;
  if (word.lower === 'not' && words[p + 1]?.lower === 'to') return frame.infinitive || frame.hearer ? 'phrase' : null;
  if (word.lower === 'when' && frame.quotes && !frame.hearer) return null;
  if (/^(WP|WRB|WDT|WP\$)$/.test(word.tag)) return clausal || frame.noun ? 'clause' : null;
  if (word.lower === 'to') return frame.infinitive || frame.hearer ? 'phrase' : null;
  if (word.lower === 'between' && frame.noun) return 'phrase';
  if (word.tag === 'VBG') return frame.noun || frame.quotes ? 'phrase' : null;
  if (phrases[p]?.from === p || /^(DT|PRP|PRP\$|JJ|NN|NNS|NNP|CD|EX)$/.test(word.tag)) {
    if (clausal && (clauseAt(parsed, p) || (frame.quotes && !frame.noun && hasVerb(parsed, p)))) return 'clause';
    return frame.noun ? 'phrase' : null;
  }
  if (frame.quotes && /^(not|only|no|even|if|now|neither|perhaps|maybe)$/.test(word.lower))
    return hasVerb(parsed, p) ? 'clause' : null;
  return null;
}

const hasVerb = ({ groups, words }: Parsed, from: number): boolean =>
  groups.some(
    (group) => group.from > from && group.finite && !words.slice(from, group.from).some((word) => word.tag === 'WP'),
  );
