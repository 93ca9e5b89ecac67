import type { SubjectKind, Value } from '../../journal/subjects/subject.ts';
import { figure } from './figure.ts';
import type { Kind } from './kind.ts';
import { route } from './route.ts';

type ValueOf<Name extends SubjectKind> = Extract<Value, { kind: Name }>;

const kinds: { [Name in SubjectKind]: Kind<ValueOf<Name>> } = { figure, route };

/** The rules for a value's kind. */
export function kindOf(value: Value): Kind<Value> {
  return kinds[value.kind];
}
