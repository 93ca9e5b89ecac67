import type { SubjectKind, Value } from '../../journal/subjects/subject.ts';
import { figure } from './figure.tsx';
import type { DeskKind } from './kind.ts';
import { route } from './route.tsx';

const kinds: { [Name in SubjectKind]: DeskKind<Name> } = { figure, route };

/** The kinds of subject, in the order in which the desk offers them. */
export const kindNames = Object.keys(kinds) as SubjectKind[];

/** What the desk knows of the kind with a name. */
export function kindNamed(name: SubjectKind): DeskKind<SubjectKind> {
  return kinds[name] as unknown as DeskKind<SubjectKind>;
}

/** A value in a line, by its kind. */
export function valueLine(value: Value): string {
  return kindNamed(value.kind).line(value);
}
