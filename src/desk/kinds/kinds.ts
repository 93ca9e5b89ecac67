import type { SubjectKind, Value } from '../../journal/subjects/subject.ts';
import { appeal } from './appeal.tsx';
import { figure } from './figure.tsx';
import type { DeskKind } from './kind.ts';
import { meeting } from './meeting.tsx';
import { position } from './position.tsx';
import { route } from './route.tsx';
import { site } from './site.tsx';
import { truce } from './truce.tsx';

const kinds: { [Name in SubjectKind]: DeskKind<Name> } = {
  figure,
  route,
  truce,
  meeting,
  position,
  site,
  appeal,
};

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
