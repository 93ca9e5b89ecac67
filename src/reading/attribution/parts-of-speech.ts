import lemmatizer from 'wink-lemmatizer';
import lexicon from 'wink-lexicon/src/lexicon.js';
import tagsBehind from 'wink-pos-tagger/src/rules/pos-rules-ge0.js';
import tagsBefore from 'wink-pos-tagger/src/rules/pos-rules-le0.js';
import wordsBehind from 'wink-pos-tagger/src/rules/value-rules-ge0.js';
import wordsBefore from 'wink-pos-tagger/src/rules/value-rules-le0.js';
import tagAlone from 'wink-pos-tagger/src/unigram-tagger.js';

/** What a word is wherever it stands. */
export interface Known {
  value: string;
  /** In small letters, without marks. */
  normal: string;
  /** Its commonest part of speech, by its number. */
  tag: number;
  /** The rules that make something else of it, pass by pass and by what it is so far. */
  passes: readonly (Pass | null)[] | null;
  /** Whether it is a name where it is a noun or an adjective. */
  capital: boolean;
  decade: boolean;
  /** Its base form as a verb, once somebody asked for it. */
  base: string | null;
  /** Its lemma as a participle, once somebody asked for it. */
  bent: string | null;
}

/** Parts of speech, each at its number: rules compare numbers. */
const tagNames: string[] = [''];
const tagNumbers = new Map<string, number>();

function tagNumber(tag: string): number {
  let number = tagNumbers.get(tag);
  if (number === undefined) tagNumbers.set(tag, (number = tagNames.push(tag) - 1));
  return number;
}

/** That one of the words from one place to another, counted from here, has a certain form. */
interface Condition {
  property: 'value' | 'normal' | 'pos';
  from: number;
  to: number;
  /** The form, where the pattern has but one, as most have: of a part of speech its number, else 0. */
  tag: number;
  word: string | undefined;
  pattern: RegExp;
}

/** What a word becomes beside certain words. */
interface ContextRule {
  /** The part of speech that the word so many places on has to have: most rules fail there. It is 0 where any will do. */
  tag: number;
  at: number;
  /** What else has to be so. */
  conditions: readonly Condition[];
  becomes: number;
}

/** Rules by the number of what a word is so far. */
type Pass = readonly (readonly ContextRule[] | null)[];

/** The rules of the package, in the order in which it applies them. */
const allPasses: readonly Pass[] = [wordsBefore, tagsBefore, wordsBehind, tagsBehind].map((table) =>
  byTag(Object.entries(table).map(([tag, rules]) => [tagNumber(tag), rules.map(contextRule)])),
);

function byTag(rules: readonly (readonly [tag: number, rules: readonly ContextRule[]])[]): Pass {
  const pass: (readonly ContextRule[] | null)[] = tagNames.map(() => null);
  for (const [tag, own] of rules) pass[tag] = own;
  return pass;
}

function contextRule({ rules, willBe }: (typeof tagsBefore)[string][number]): ContextRule {
  const conditions = rules.map(({ operand: { property, delta = 0, range = [delta, delta] }, matches }) => {
    const [, word] = /^\^([\w',]+)\$+$/.exec(matches.source) ?? [];
    const tag = property === 'pos' && word !== undefined ? tagNumber(word) : 0;
    return { property, from: range[0], to: range[1], tag, word, pattern: matches };
  });
  const first = conditions.find(({ tag, from, to }) => tag > 0 && from === to);
  const others = conditions.filter((one) => one !== first);
  return { tag: first?.tag ?? 0, at: first?.from ?? 0, conditions: others, becomes: tagNumber(willBe) };
}

/** The words that a rule is for, where it is for some only. */
const named = new Set(
  allPasses
    .flat(2)
    .flatMap((rule) => rule?.conditions ?? [])
    .filter(isOwn)
    .map(({ word }) => word!),
);

/** Whether a condition asks for the word itself. */
function isOwn({ property, from, to, word }: Condition): boolean {
  return property === 'normal' && from === 0 && to === 0 && word !== undefined;
}

/** The rules for words that can be the same things; there are some 500 such lists. */
const known = new Map<string, readonly (Pass | null)[]>();

/** The rules that can make of a word one of the things that it can be; `null` where it can be one thing only. */
function passesFor(normal: string, tags: readonly string[]): Known['passes'] {
  if (tags.length < 2) return null;
  const key = named.has(normal) ? [normal, ...tags].join(' ') : tags.join(' ');
  const passes = known.get(key) ?? allPasses.map((pass) => rulesFor(normal, tags, pass));
  known.set(key, passes);
  return passes;
}

function rulesFor(normal: string, tags: readonly string[], pass: Pass): Pass | null {
  const own = new Set(tags.map(tagNumber));
  const isFor = ({ becomes, conditions }: ContextRule): boolean =>
    own.has(becomes) && conditions.every((one) => !isOwn(one) || one.word === normal);
  const some = [...own].flatMap((tag) => {
    const rules = (pass[tag] ?? []).filter(isFor).map(withoutOwn);
    return rules.length > 0 ? [[tag, rules] as const] : [];
  });
  return some.length > 0 ? byTag(some) : null;
}

/** A rule for a word, of which nothing has to be asked of the word itself. */
const withoutOwn = (rule: ContextRule): ContextRule =>
  rule.conditions.some(isOwn) ? { ...rule, conditions: rule.conditions.filter((one) => !isOwn(one)) } : rule;

const number = /^\d+\/\d+|\d$/;
const punctuation = /^[’'‘`“”"[\](){}…,.!;?\-:]+$/;
const decade = /^(?:19[13-9]0s|mid-19[1-9]0s)$/;
const unmarked = /^[\0-\x7f]*$/;
const marks = /[\u0300-\u036f]/g;

/** Contractions whose base form is no form of theirs. */
const contractions = new Map(
  Object.entries({ ai: 'be', ca: 'can', sha: 'shall', wo: 'will' }).concat(
    Object.entries({ "'ll": 'will', "'ve": 'have', "'m": 'am', "'re": 'be', "n't": 'not', "'d": 'would' }),
  ),
);

/**
 * What is known of a word by itself.
 *
 * The package looks up each word of a text anew, and tests some 270 rules on it before it asks whether the word can be what they
 * make of it.
 */
export function knownOf(value: string): Known {
  const lower = value.toLowerCase();
  const normal = unmarked.test(lower) ? lower : lower.normalize('NFD').replace(marks, '');
  const kind = number.test(value) ? 'number' : punctuation.test(value) ? 'punctuation' : 'word';
  const tags = tagAlone({ value, normal, tag: kind, pos: '' }, lexicon);
  const capital = /^[A-Z]/.test(value) && !contractions.has(normal);
  const passes = passesFor(normal, tags);
  return {
    value,
    normal,
    tag: tagNumber(tags[0]!),
    passes,
    capital,
    decade: decade.test(normal),
    base: null,
    bent: null,
  };
}

/** The parts of speech of the words of a sentence: those that `wink-pos-tagger` gives them, by its own tables. */
export function tagsOf(words: readonly Known[]): string[] {
  const tags = words.map(({ tag }) => tag);
  const doubtful: number[] = [];
  for (let i = 0; i < words.length; i++) if (words[i]!.passes) doubtful.push(i);
  for (let pass = 0; pass < allPasses.length; pass++) {
    for (const i of doubtful) {
      const rules = words[i]!.passes![pass];
      if (rules) applyRules(rules[tags[i]!] ?? noRules, words, tags, i);
    }
  }
  return tags.map((tag, i) => {
    const name = tagNames[tag]!;
    if (words[i]!.decade) return 'CD';
    return words[i]!.capital && (name.startsWith('J') || name.startsWith('N')) ? 'NNP' : name;
  });
}

const noRules: readonly ContextRule[] = [];

/** Makes of a word what the first rule does that holds here. */
function applyRules(rules: readonly ContextRule[], words: readonly Known[], tags: number[], at: number): void {
  for (const rule of rules) {
    const beside = at + rule.at;
    if (rule.tag > 0 && (beside < 0 || beside >= tags.length || tags[beside] !== rule.tag)) continue;
    const { conditions, becomes } = rule;
    let all = true;
    for (let i = 0; all && i < conditions.length; i++) all = holds(conditions[i]!, words, tags, at);
    if (!all) continue;
    tags[at] = becomes;
    return;
  }
}

function holds(
  { property, from, to, tag, word, pattern }: Condition,
  words: readonly Known[],
  tags: readonly number[],
  at: number,
): boolean {
  const last = Math.min(at + to, words.length - 1);
  for (let i = Math.max(0, at + from); i <= last; i++) {
    if (tag > 0) {
      if (tags[i] === tag) return true;
      continue;
    }
    const print = property === 'pos' ? tagNames[tags[i]!]! : property === 'normal' ? words[i]!.normal : words[i]!.value;
    if (word === undefined ? pattern.test(print) : print === word) return true;
  }
  return false;
}

/** The base form of a verb; `null` where a word with that part of speech is none. */
export function baseForm(word: Known, tag: string): string | null {
  const contraction = contractions.get(word.normal);
  if (contraction !== undefined) return contraction;
  if (!tag.startsWith('V') && !tag.startsWith('M')) return null;
  if (tag === 'VB') return word.normal;
  return (word.base ??= word.normal === "'s" && tag !== 'MD' ? 'be' : lemmatizer.verb(word.normal));
}
