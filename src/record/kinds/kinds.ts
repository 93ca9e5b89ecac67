import type { SubjectKind, Value } from '../../journal/subjects/subject.ts';
import { appeal } from './appeal.ts';
import { figure } from './figure.ts';
import type { Kind } from './kind.ts';
import { meeting } from './meeting.ts';
import { position } from './position.ts';
import { route } from './route.ts';
import { site } from './site.ts';
import { truce } from './truce.ts';

type ValueOf<Name extends SubjectKind> = Extract<Value, { kind: Name }>;

const kinds: { [Name in SubjectKind]: Kind<ValueOf<Name>> } = {
  figure,
  route,
  truce,
  meeting,
  position,
  site,
  appeal,
};

/** The rules for a value's kind. */
export function kindOf(value: Value): Kind<Value> {
  return kinds[value.kind];
}
