import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { patterns } from '../page/addresses.ts';
import { Command } from '../record/command.ts';
import { find } from '../record/record.ts';
import type { SubjectId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';
import { subjectHistoryView } from '../views/subject-view.ts';
import type { DeskParts } from './desk-routes.ts';
import { citedReports } from './intake.ts';
import { previewOf } from './preview.ts';
import { checked, wholeNumber } from './request.ts';

const Preview = z.strictObject({ command: Command });

/** The desk's addresses for subjects: one with all that was ever stated of it, and what the board would say. */
export function deskSubjectRoutes(app: FastifyInstance, { desk, stories, now }: DeskParts): void {
  app.get<{ Params: { story: string; subject: string } }>(patterns.deskSubject, async (request) => {
    const { record } = stories.get(request.params.story);
    const id: SubjectId = `subject-${wholeNumber(request.params.subject, 'the subject')}`;
    if (find(record.subjects, id) === undefined) throw new Refusal('thing-unknown', { id });
    return subjectHistoryView(record, id, now());
  });

  app.post<{ Params: { story: string } }>(patterns.deskPreview, async (request) => {
    const { command } = checked(Preview, request.body);
    const reports = await citedReports(desk, command);
    const { record } = stories.get(request.params.story);
    // A clock that was set back previews what it would publish: nothing is older than what is there.
    const moment = [now(), record.last?.at ?? ''].toSorted().at(-1)!;
    const circumstances = { moment, by: request.editor, report: (text: string) => reports.get(text) };
    return { lines: previewOf(record, command, circumstances) };
  });
}
