import type { FigureValue } from '../journal/subjects/figure.ts';
import { kindOf } from '../record/kinds/kinds.ts';
import type { SubjectView, VoiceView } from '../views/subject-view.ts';
import type { Fields, StatementDraft } from './statement-draft.ts';
import { kindNamed } from './kinds/kinds.ts';

type Part = 'what' | 'where' | 'period' | 'cumulative' | 'unit';

/** Words for the parts of a figure's definition, which must agree before two figures are compared. */
const parts: Record<Part, string> = {
  what: 'what is counted',
  where: 'where',
  period: 'over which period',
  cumulative: 'whether it is cumulative',
  unit: 'the unit',
};

/** What is taken over when a figure is put on a subject; the unit is printed with the number, and stays with it. */
const takenOver: readonly Part[] = ['what', 'where', 'period', 'cumulative'];

/** A statement of a subject that is a figure. */
export type Measured = VoiceView & { value: FigureValue };

/** The figures of a subject that differ in what they measure, each by its newest statement, the newest first. */
export function measuresOf({ voices }: SubjectView): Measured[] {
  const figures = voices.filter((voice): voice is Measured => voice.value.kind === 'figure').toReversed();
  return [...Map.groupBy(figures, ({ value }) => aspectOf(value)).values()].flatMap(([newest]) => newest ?? []);
}

/** The values of a statement's form with a figure's definition taken over: what, where, which period, cumulative or not. */
export function withMeasure(values: StatementDraft['values'], value: FigureValue): StatementDraft['values'] {
  const fields = kindNamed('figure').fieldsOf(value);
  const definition: Fields = Object.fromEntries(takenOver.map((part) => [part, fields[part] ?? '']));
  return { ...values, figure: { ...values.figure, ...definition } };
}

/**
 * The values of a statement's form once it is put on a subject whose newest figure has a value.
 *
 * A place and a period that its own report prints stay; what was taken over from the subject chosen `before` does not.
 */
export function onSubject(
  values: StatementDraft['values'],
  value: FigureValue,
  before: FigureValue | null,
): StatementDraft['values'] {
  const own = values.figure ?? {};
  const old = before === null ? {} : kindNamed('figure').fieldsOf(before);
  const printed = ['where', 'period'].filter((part) => (own[part] ?? '') !== (old[part] ?? ''));
  const taken = withMeasure(values, value);
  const kept = Object.fromEntries(printed.flatMap((part) => (own[part] ? [[part, own[part]]] : [])));
  return { ...taken, figure: { ...taken.figure, ...kept } };
}

/** Why two figures are different measures, part by part, in words; nothing where they are compared. */
export function apartFrom(value: FigureValue, other: FigureValue): string[] {
  return (Object.keys(parts) as Part[])
    .filter((part) => aspectOf({ ...value, [part]: other[part] }) !== aspectOf(value))
    .map((part) => `${parts[part]} (here ${told(value[part])}, there ${told(other[part])})`);
}

const aspectOf = (value: FigureValue) => kindOf(value).aspect(value);

function told(said: string | boolean | null): string {
  if (said === null) return 'not stated';
  return typeof said === 'string' ? `“${said}”` : said ? 'yes' : 'no';
}
