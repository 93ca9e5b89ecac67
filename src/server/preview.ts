import { wordsOf } from '../page/html.ts';
import { settingOf } from '../page/setting.ts';
import { standingHtml } from '../page/standing.ts';
import type { Command } from '../record/command.ts';
import { decide, type Circumstances } from '../record/decide.ts';
import { fold } from '../record/evolve.ts';
import { revisionOf, type StoryRecord } from '../record/record.ts';
import { subjectView } from '../views/subject-view.ts';

/** What the board would say of the subject of one statement. */
export interface PreviewLine {
  subject: string;
  line: string;
}

/**
 * What the board would say, in the page's own words, if a command were published now: a line for each statement of it.
 *
 * Nothing is published. Throws what deciding throws.
 */
export function previewOf(record: StoryRecord, command: Command, circumstances: Circumstances): PreviewLine[] {
  const { moment, by } = circumstances;
  const events = decide(record, command, circumstances);
  const after = fold(record, { number: revisionOf(record) + 1, at: moment, by, events });
  const setting = settingOf({ ...after, moment });
  return events.flatMap((event) => {
    if (event.kind !== 'statement-recorded') return [];
    const subject = subjectView(after, event.subject, moment);
    return [{ subject: subject.name, line: wordsOf(standingHtml(setting, subject)) }];
  });
}
