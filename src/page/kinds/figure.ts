import type { FigureValue } from '../../journal/subjects/figure.ts';
import { kindOf } from '../../record/kinds/kinds.ts';
import type { StatementView } from '../../views/statement-view.ts';
import { html, phrase, type Content, type Html } from '../html.ts';
import type { Words } from '../words.ts';
import type { Rendering } from './kind.ts';

/** A figure: as printed, with its reading as a number; what it counts once, or with each voice where they count different things. */
export const figure: Rendering<'figure'> = {
  deed({ words }, { mode, value }) {
    return words.utters(mode, numberHtml(words, value));
  },
  line({ words }, _, { voices }) {
    const value = oneDefinition(voices) ? voices[0]!.value : null;
    return value?.kind === 'figure' ? html`<p>${definitionHtml(words, value)}</p>` : null;
  },
  about({ words }, { voices }, value) {
    return oneDefinition(voices) ? null : html`<p>${definitionHtml(words, value)}</p>`;
  },
  past: () => null,
};

function numberHtml(words: Words, value: FigureValue): Html {
  const { words: printed, unit, bound, low, best, high } = value;
  const number = (end: number | null) => (end === null ? null : words.number(end));
  const reading = words.figure.bounds[bound](number(low), number(best), number(high));
  const same = (text: string) => text.toLowerCase().replace(/[\s,.\u00a0\u202f]/g, '');
  // Nobody said the number that “thousands” is read as; it is for comparing only.
  const told = bound === 'magnitude' || pieces(printed).includes(pieces(reading));
  const measured = unit === null || same(printed).includes(same(unit)) ? null : html` ${phrase(unit)}`;
  return html`<b>${phrase(printed)}</b>${measured}${told ? null : ` (${reading})`}`;
}

/** A text as its words and whole numbers between spaces, so that 300 does not stand in “1,300”. */
function pieces(text: string): string {
  const ungrouped = text.toLowerCase().replace(/(?<=\d)[\s,.](?=\d{3}(?!\d))/g, '');
  const numbered = ungrouped.replace(/(?<=\d),(?=\d)/g, '.');
  return ` ${(numbered.match(/-?\d+(?:\.\d+)*|[^\s\d]+/g) ?? []).join(' ')} `;
}

/** What a figure counts: what, where, over which period, added up or not; what nobody said is named as a hole. */
function definitionHtml(words: Words, { what, where, period, cumulative }: FigureValue): Html {
  const parts: Content[] = [
    phrase(what),
    where === null ? words.figure.whereUnknown : phrase(where),
    period === null ? words.figure.periodUnknown : phrase(period),
    ...(cumulative === null ? [] : [cumulative ? words.figure.cumulative : words.figure.notCumulative]),
  ];
  return html`${words.list(parts)}`;
}

function oneDefinition(voices: readonly StatementView[]): boolean {
  return new Set(voices.map(({ value }) => kindOf(value).aspect(value))).size === 1;
}
