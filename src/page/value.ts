import type { FigureValue } from '../journal/subjects/figure.ts';
import type { RouteTerms, RouteValue } from '../journal/subjects/route.ts';
import type { SubjectKind, Value } from '../journal/subjects/subject.ts';
import { html, phrase, type Content, type Html } from './html.ts';
import type { Words } from './words.ts';

type ValueOf<Kind extends SubjectKind> = Extract<Value, { kind: Kind }>;

const lines: { [Kind in SubjectKind]: (words: Words, value: ValueOf<Kind>) => Html } = {
  route: routeValue,
  figure: figureValue,
};

/** What a statement says, in words: as printed, with the reading of a number or state beside it. */
export function valueHtml(words: Words, value: Value): Html {
  return (lines[value.kind] as (words: Words, value: Value) => Html)(words, value);
}

function routeValue(words: Words, { state, reason, people }: RouteValue): Html {
  return html`<b>${words.routeStates[state]}</b>
    ${people && html`; ${words.people(phrase(people))}`}
    ${reason && html`; ${words.reason(phrase(reason))}`}`;
}

function figureValue(words: Words, value: FigureValue): Html {
  const { words: printed, unit, bound, low, best, high } = value;
  const number = (end: number | null) => (end === null ? null : words.number(end));
  const reading = words.bounds[bound](number(low), number(best), number(high));
  const same = (text: string) => text.toLowerCase().replace(/[\s,.\u00a0\u202f]/g, '');
  const told = same(printed).includes(same(reading));
  const measured = unit === null || same(printed).includes(same(unit)) ? null : html` ${phrase(unit)}`;
  return html`<b>${phrase(printed)}</b>${measured}${told ? null : ` (${reading})`}`;
}

/** What a figure counts: what, where, over which period, added up or not; what nobody said is named as a hole. */
export function definitionHtml(words: Words, { what, where, period, cumulative }: FigureValue): Html {
  const parts: Content[] = [
    phrase(what),
    where === null ? words.whereUnknown : phrase(where),
    period === null ? words.periodUnknown : phrase(period),
    ...(cumulative === null ? [] : [cumulative ? words.cumulative : words.notCumulative]),
  ];
  return html`${words.list(parts)}`;
}

/** Which route it is: people out or aid in, from, through and to. */
export function wayHtml(words: Words, { aim, from, through, to }: RouteTerms): Html {
  const way = words.way(
    from === null ? null : phrase(from),
    through.length === 0 ? null : words.list(through.map(phrase)),
    to === null ? null : phrase(to),
  );
  return html`${aim === null ? words.aimUnknown : words.aims[aim]}: ${way}`;
}
