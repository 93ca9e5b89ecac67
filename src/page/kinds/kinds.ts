import type { SubjectKind } from '../../journal/subjects/subject.ts';
import { appeal } from './appeal.ts';
import { figure } from './figure.ts';
import type { Rendering } from './kind.ts';
import { meeting } from './meeting.ts';
import { position } from './position.ts';
import { route } from './route.ts';
import { site } from './site.ts';
import { truce } from './truce.ts';

const renderings: { [Name in SubjectKind]: Rendering<Name> } = {
  figure,
  route,
  truce,
  meeting,
  position,
  site,
  appeal,
};

/** How a kind of subject is put into words; a kind without a line does not compile. */
export function renderingOf(kind: SubjectKind): Rendering<SubjectKind> {
  return renderings[kind] as Rendering<SubjectKind>;
}
