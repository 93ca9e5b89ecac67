import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Revision } from '../../src/journal/revision.ts';
import { renderCorrectionsPage } from '../../src/page/corrections-page.ts';
import { frameOf } from '../../src/page/frame.ts';
import { renderPage } from '../../src/page/page.ts';
import { renderPostPage } from '../../src/page/post-page.ts';
import { renderSubjectPage } from '../../src/page/subject-page.ts';
import { fold } from '../../src/record/evolve.ts';
import { emptyRecord, type StoryRecord } from '../../src/record/record.ts';
import type { Moment } from '../../src/terms/when.ts';
import { correctionsView } from '../../src/views/corrections-view.ts';
import { pageView } from '../../src/views/page-view.ts';
import { postView } from '../../src/views/post-view.ts';
import { subjectHistoryView } from '../../src/views/subject-view.ts';

/** A sample is a folder: `journal.json` goes in, the pages beside it must come out. */
export interface Sample {
  /** What the sample shows. */
  shows: string;
  /** The moment at which the pages are made. */
  moment: Moment;
  asked: Parameters<typeof pageView>[2];
  revisions: Revision[];
}

/** Where the samples are. */
export const samplesFolder = fileURLToPath(new URL('samples', import.meta.url));

/** The sample with a name. */
export function readSample(name: string): Sample {
  return JSON.parse(readFileSync(`${samplesFolder}/${name}/journal.json`, 'utf8')) as Sample;
}

/** Which pages each sample has, and how they are made; `null` where it has none of a kind. */
const pages: Record<string, (record: StoryRecord, sample: Sample) => string | null> = {
  'page.html': (record, { moment, asked }) => renderPage(pageView(record, moment, asked), { script: null }),
  'post-1.html': (record, { moment }) => {
    const post = record.posts.at(0);
    return post === undefined ? null : renderPostPage(record, postView(record, post), moment);
  },
  'subject-1.html': (record, { moment }) => {
    const subject = record.subjects.at(0);
    return subject === undefined
      ? null
      : renderSubjectPage(record, subjectHistoryView(record, subject.id, moment), moment);
  },
  'corrections.html': (record, { moment }) => {
    const corrections = correctionsView(record);
    return corrections.length === 0 ? null : renderCorrectionsPage(record, corrections, moment);
  },
  'frame.html': (record, { revisions, moment }) =>
    revisions.length < 2
      ? null
      : frameOf(record, revisions.slice(-1), revisions.length - 1, moment)
          .parts.map(({ id, into, html }) => `<!-- ${id} into ${into} -->\n${html}`)
          .join('\n'),
};

/** A sample's pages by the names of their files. */
export function pagesOf(sample: Sample): Record<string, string | null> {
  const record = sample.revisions.reduce(
    (so, revision, i) => fold(so, { ...revision, number: i + 1 }),
    emptyRecord('river-flood'),
  );
  return Object.fromEntries(Object.entries(pages).map(([file, make]) => [file, make(record, sample)]));
}
