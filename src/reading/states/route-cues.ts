import type { RouteState } from '../../journal/subjects/route.ts';
import type { Span } from '../reading.ts';
import { stateOf, type Found, type StateCue } from './cues.ts';

const anyOf = (...patterns: readonly string[]): RegExp => new RegExp(String.raw`\b(?:${patterns.join('|')})\b`, 'i');

const not = "(?:not|n[’']t)";
/** What is done to people and goods that are got out or in. */
const carried =
  '(?:evacuated|rescued|brought|taken|moved|transferred|transported|relocated|bused|bussed|driven|flown|airlifted|ferried|led|escorted|delivered)';
/** Who goes on a way. */
export const persons =
  'people|persons|residents|civilians|inhabitants|villagers|families|evacuees|refugees|women|children|patients|tourists';
const travellers = `(?:${persons}|cars|vehicles|buses|coaches|trucks|lorries|trains|boats|ferries|helicopters|convoys?|columns?)`;
/** Ways, and what moves on them. */
const ways = '(?:corridors?|routes?|passages?|evacuations?|convoys?|columns?|buses|road)';
const nobody = `(?:no one|nobody|none|no (?:\\w+ )?${travellers})`;

/** The words for a route's states, the weightier first. */
export const routeCues: readonly StateCue<RouteState>[] = [
  {
    state: 'failed',
    words: anyOf(
      'fail(?:ed|s|ure)',
      'fell through',
      'collapsed',
      'unravel(?:l)?ed',
      'derailed',
      'thwarted',
      'aborted',
      'abandoned',
      'call(?:ed)? off',
      'cancel(?:l)?ed',
      `(?:did|does|do)(?: ${not}|n[’']t) (?:take place|happen|open|work|function|operate|start|begin|go ahead|leave|depart|arrive|reach|get (?:out|through))`,
      'never (?:took place|opened|left|started|began|arrived|reached|departed)',
      '(?:was|were|is|are|been) (?:not |un)able to (?:leave|evacuate|depart|reach|get|be)',
      '(?:not|never) (?:yet )?been able to (?:leave|evacuate|depart|reach|get|be)',
      `could(?: ${not}|n[’']t) (?:be|leave|evacuate|open|reach|get|pass|depart|agree)`,
      `${nobody} (?:came|left|arrived|was|were|has|have|had|could|managed)`,
      'without success',
      'unsuccessful(?:ly)?',
      'no (?:\\w+ )?(?:agreement|deal|consensus|corridors?|routes?|passages?|evacuations?)',
      '(?:has|have|had|was|were|been) not (?:been )?(?:evacuated|rescued|delivered|opened|held)',
    ),
  },
  {
    state: 'disrupted',
    words: anyOf(
      '(?:under|into) (?:\\w+ )?(?:fire|attack|bombardment|shelling)',
      '(?:was|were|is|are|been|being) (?:again |repeatedly )?(?:stopped at|held up|turned (?:back|away)|sent back|interrupted)',
      `(?:${ways}|bridge)(?: [\\w-]+){0,8} (?:was|were|is|are|been|being) (?:again |repeatedly |heavily )?(?:shelled|attacked|flooded|cut|mined|stuck|stranded|jammed)`,
      '(?:shelled|attacked|blocked|mined|looted|seized) (?:the |a |an |its |their )?(?:\\w+ )?(?:convoy|column|buses|evacuees|road|route|corridor|bridge|vehicles|evacuation)',
      'shelling (?:of|on|along) (?:the )?(?:\\w+ )?(?:convoy|column|buses|evacuees|road|route|corridor|bridge|evacuation)s?',
      'fir(?:ed|ing) (?:on|at|upon)',
      'opened fire',
      'disrupt(?:ed|ing|s)',
      'block(?:ed|ing|s)',
      'hamper(?:ed|ing|s)',
      'hinder(?:ed|ing|s)',
      'obstruct(?:ed|ing|s)',
      '(?:not|never) (?:be |being |been )?(?:let|letting|allow|allowing|allowed)',
      'prevent(?:ed|ing|s)?',
      'violat(?:ed|ing)',
      'turn(?:ed)? (?:back|around)',
      'forced to (?:return|retreat|stop)',
      'impassable',
      'washed (?:out|away)',
      'bro(?:ke|ken) the (?:ceasefire|cease-fire|truce)',
      'sabotag\\w+',
    ),
  },
  {
    state: 'suspended',
    words: anyOf(
      'suspend(?:ed|s)',
      'halt(?:ed|s)',
      'postponed',
      'paused',
      'put (?:on|off) hold',
      'broken off',
      'closed',
      'shut',
      '(?:was|were|been|being) stopped',
    ),
  },
  {
    state: 'refused',
    words: anyOf(
      'refus(?:ed|es|ing)',
      'reject(?:ed|s|ing)',
      'declined',
      'turned down',
      'ruled out',
      'vetoed',
      'denied permission',
      `(?:did|does|do|will|would)(?: ${not}|n[’']t) (?:agree|approve|accept|consent)`,
    ),
  },
  {
    state: 'succeeded',
    words: anyOf(
      `(?<!\\b(?:not|never|not yet|yet to have) )(?:were|was|been|have|has|had) (?!not )(?:(?:successfully|safely|already|also|now|all|since|then|later|both|just|first) )?(?:been )?${carried}`,
      '(?<!\\b(?:be|being|not|never|get|yet|not been|yet been|the|for)(?: \\w+ly| also| all)? )(?:evacuated|rescued (?:from|to|by|about|around|some|nearly|almost|more|another|all|at least|\\d[\\d,.]*|people|residents|civilians))',
      `(?<!\\b(?:to|will|would|could|can|may) )(?:took|brought|carried|ferried|airlifted|transported|moved|drove|led|escorted) (?:out )?(?:more than |over |at least |about |around |some |nearly |almost |another |the |an? )?(?:\\d[\\d,.]* |hundreds of |thousands of |dozens of |several )?(?:\\w+ )?${travellers}`,
      '(?<!\\b(?:not|never|be|would have) )(?:managed|able) to (?:leave|reach|get|evacuate|rescue|bring|take|depart|cross|flee|escape|return)',
      '(?:have |has |had )?(?<!\\b(?:not|never|not yet|be|yet) )(?:arrived|reached)',
      `${travellers} (?:have |has |had )?(?:already |also |all )?(?:came|come|left|fled|crossed|travelled|traveled|escaped|got out|passed)`,
      '(?<!\\b(?:not|never|who) )crossed (?:from|into|to|over)',
      'came from',
      '(?:was|were|has been|have been) used',
      'made it (?:to|out|through)',
      'reached the point',
      '(?<!\\b(?:not|be|un) )successful(?:ly)?',
      '(?<!\\b(?:not|never|who) )worked(?! (?:for|on|as|at|with|in|to))',
      '(?:was|were|has been|have been) (?:successfully |fully )?complete(?:d)?',
      'is (?:over|complete)',
      '(?<=[(:] ?)completed?',
    ),
  },
  {
    state: 'accepted',
    words: anyOf(
      '(?<!\\b(?:not|never|yet|been not|yet been|to be) )(?:agreed(?: upon| on| to)?|approved|coordinated|co-ordinated|accepted|confirmed|guaranteed|authori[sz]ed|cleared)',
      '(?:reached|struck) an? (?:\\w+ )?(?:agreement|deal)',
      '(?:agreement|deal) (?:was |has been |had been )?reached',
      'gave (?:its |their |the )?(?:consent|green light|approval)',
    ),
  },
  {
    state: 'proposed',
    words: anyOf(
      'propos(?:ed|es|al|ing)',
      'offer(?:ed|s)?',
      'plan(?:s|ned|ning)?',
      'will',
      'would',
      '(?<!(?:\\d|\\b(?:in|of|since|until|by|last|this|next)) )may(?!,? \\d)',
      'might',
      'should',
      'could',
      '(?:is|are|was|were) (?:due|set|to|expected|ready)',
      'due to (?:open|leave|start|begin|be|go|depart|arrive|reach|run|take|travel)',
      'expect(?:ed|s)',
      'hope[sd]?',
      'intend\\w*',
      'scheduled',
      'to be (?:opened|evacuated|moved|taken|brought)',
      'announc(?:ed|es|ing)',
      'declar(?:ed|es|ing)',
      'establish(?:ed|es)',
      'designated',
      'order(?:ed|s)?',
      'urg(?:ed|es)',
      'told to',
      'asked to',
      'advised to',
      'called for',
      'request(?:ed|s)?',
      'prepar(?:ed|ing|es)',
      'can (?:go|leave|use|travel|drive)',
      'there (?:is|are)(?! no)',
      '(?:goes|runs|leads|passes|go|run|lead|pass) (?:from|to|through|via|along|past)',
    ),
  },
  {
    state: 'under-way',
    words: anyOf(
      '(?:re)?open(?:ed|ing|s)?',
      'resum(?:ed|es|ing)',
      'extended',
      'continu(?:ed|es|ing)',
      'depart(?:ed|ing)?',
      'leaving',
      '(?<!\\b(?:not|never|yet) )left',
      'set (?:off|out)',
      'fle(?:eing|d)',
      'head(?:ed|ing)',
      'operat(?:es|ing|ional)',
      'under ?way',
      'ongoing',
      'en route',
      'on (?:its|their|the) way',
      '(?:is|are|was|were) being',
      'began',
      'begun',
      'started',
      'functioning',
      'working',
      'moving',
    ),
  },
  { state: 'outcome-unknown', words: anyOf('unknown', 'unclear', 'no information', 'not known') },
];

/** Parts of a sentence that tell why, against what, on what condition, or what had been before: they do not tell how it went. */
const aside =
  /\bwho (?:\w+ )?(?:ha(?:ve|d|s) )?(?:\w+ )?(?:arrived|came|come|left|fled|reached|escaped)\b|\b(?:because|due to (?!open|leave|start|begin|be |go |depart|arrive|reach|run |take |travel)|owing to|citing|despite|in spite of|amid|if|unless|in case|until|although|though|after|to (?:escape|flee|avoid))\b[^,;:.]*/gi;

/** Where another way has a state of its own: “… worked, while the one from C to D was closed”. */
const turn =
  /;|(?<=\)),|,? (?:but|while|whereas|although)\b|, and (?:the|that|those|another|a) (?:\w+ )?(?:from|between|out of)\b|, and (?:(?!and|but|which|who)[\w-]+ ){1,6}(?:was|were|have|has) \b/gi;

/** Tells the state of the way that is named at a place in a sentence: that of its own part, else of the whole. */
export function routeStatesOf(text: string, body: Span): (at: number) => Found<RouteState> | null {
  const words = text.slice(body.start, body.end);
  const main = words.replace(aside, (part) => ' '.repeat(part.length));
  const starts = [0, ...[...words.matchAll(turn)].map(({ index }) => index)];
  const inPart = starts.map((start, i) =>
    once(() => stateOf(main.slice(start, starts[i + 1]), body.start + start, routeCues)),
  );
  const inWhole = once(() => stateOf(main, body.start, routeCues) ?? stateOf(words, body.start, routeCues));
  return (at) => inPart[starts.findLastIndex((start) => start === 0 || body.start + start <= at)]!() ?? inWhole();
}

/** Looks for something the first time it is asked for. */
function once<T>(find: () => T): () => T {
  let found: { value: T } | null = null;
  return () => (found ??= { value: find() }).value;
}
