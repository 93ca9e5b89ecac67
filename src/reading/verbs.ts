import type { Mode } from '../journal/statement.ts';

/** A form of a verb of saying. */
export interface Saying {
  mode: Mode;
  form: 'base' | 's' | 'past' | 'ing';
  base: string;
}

/** Verbs of saying by the mode they give. */
const verbs: Record<string, string> = {
  says: `say add tell write tweet post state claim insist argue explain describe call note stress reply respond comment remark
    observe continue conclude recall ask suggest believe accuse agree joke echo label brand boast complain hail praise maintain
    reiterate repeat quip shout testify mention declare emphasise emphasize assert contend lament mock criticise criticize
    condemn blame think recount whisper yell muse opine slam denounce applaud tout allege chant compare`,
  announces: 'announce unveil',
  reports: 'report reveal disclose',
  confirms: 'confirm acknowledge admit concede',
  denies: 'deny refute reject dismiss',
  disputes: 'dispute contest question challenge',
  demands: 'demand urge order request',
  refuses: 'refuse',
  warns: 'warn caution',
  forecasts: 'predict forecast project',
  estimates: 'estimate reckon',
  offers: 'offer propose pledge promise vow',
};
const irregular: Record<string, string> = {
  say: 'said',
  tell: 'told',
  write: 'wrote',
  think: 'thought',
  forecast: 'forecast',
};
const doubling = new Set(['admit', 'quip', 'slam']);
/** Base forms that may stand as a verb of the present tense after a plural; others are mostly nouns or too rare. */
const plainBases = new Set(
  'say tell argue believe insist warn deny add write think admit acknowledge maintain describe suggest allege estimate'.split(
    ' ',
  ),
);

function pastOf(base: string): string {
  if (irregular[base]) return irregular[base];
  if (doubling.has(base)) return `${base}${base.slice(-1)}ed`;
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

function presentOf(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`;
}

function ingOf(base: string): string {
  if (doubling.has(base)) return `${base}${base.slice(-1)}ing`;
  return base.endsWith('e') && !base.endsWith('ee') ? `${base.slice(0, -1)}ing` : `${base}ing`;
}

/** Every form of a verb of saying, in lower case. */
export const sayings: ReadonlyMap<string, Saying> = new Map(
  Object.entries(verbs).flatMap(([mode, bases]) =>
    bases.split(/\s+/).flatMap((base) => {
      const saying = (form: Saying['form']): Saying => ({ mode: mode as Mode, form, base });
      const forms: [string, Saying][] = [
        [presentOf(base), saying('s')],
        [ingOf(base), saying('ing')],
        [pastOf(base), saying('past')],
      ];
      if (plainBases.has(base)) forms.unshift([base, saying('base')]);
      return forms;
    }),
  ),
);
