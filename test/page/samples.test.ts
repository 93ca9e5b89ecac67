import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Revision } from '../../src/journal/revision.ts';
import { frameOf } from '../../src/page/frame.ts';
import { renderPage } from '../../src/page/page.ts';
import { renderPostPage } from '../../src/page/post-page.ts';
import { renderSubjectPage } from '../../src/page/subject-page.ts';
import { pageStyle } from '../../src/page/style.ts';
import { fold } from '../../src/record/evolve.ts';
import { emptyRecord, type StoryRecord } from '../../src/record/record.ts';
import { pageView } from '../../src/views/page-view.ts';
import { postView } from '../../src/views/post-view.ts';
import { subjectView } from '../../src/views/subject-view.ts';

/**
 * A sample is a folder: `journal.json` goes in, the pages beside it must come out.
 *
 * `UPDATE_GOLDEN=1` writes them instead; look at what changed before it is kept. The pages open in a browser.
 */
interface Sample {
  /** What the sample shows. */
  shows: string;
  asked: Parameters<typeof pageView>[1];
  revisions: Revision[];
}

const folder = fileURLToPath(new URL('samples', import.meta.url));

/** Which pages each sample has, and how they are made. */
const pages: Record<string, (record: StoryRecord, sample: Sample) => string | null> = {
  'page.html': (record, { asked }) => renderPage(pageView(record, asked), { script: null }),
  'post-1.html': (record) => {
    const post = record.posts.at(0);
    return post === undefined ? null : renderPostPage(record, postView(record, post));
  },
  'subject-1.html': (record) => {
    const subject = record.subjects.at(0);
    return subject === undefined ? null : renderSubjectPage(record, subjectView(record, subject.id));
  },
  'frame.html': (record, { revisions }) =>
    revisions.length < 2
      ? null
      : frameOf(record, revisions.slice(-1), revisions.length - 1)
          .parts.map(({ id, into, html }) => `<!-- ${id} into ${into} -->\n${html}`)
          .join('\n'),
};

/** A page with a line for each block, and without the style that all of them share. */
function readable(page: string): string {
  const lines = page
    .replace(pageStyle, ' as in src/page/style.ts ')
    .replace(
      /<(?=(?:main|header|section|article|aside|h\d|p|ul|ol|li|dl|dt|dd|details|blockquote|div|nav|footer|body|style|meta|title|link)\b)/g,
      '\n<',
    );
  return `${lines.trim()}\n`;
}

describe('samples', () => {
  for (const name of readdirSync(folder)) {
    const sample = JSON.parse(readFileSync(`${folder}/${name}/journal.json`, 'utf8')) as Sample;
    const record = sample.revisions.reduce(
      (so, revision, i) => fold(so, { ...revision, number: i + 1 }),
      emptyRecord('river-flood'),
    );
    for (const [file, make] of Object.entries(pages)) {
      const made = make(record, sample);
      const path = `${folder}/${name}/${file}`;
      if (made === null) continue;
      test(`[P23] ${name}/${file}: ${sample.shows}`, () => {
        const now = readable(made);
        if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(path)) writeFileSync(path, now);
        expect(now).toBe(readFileSync(path, 'utf8'));
      });
    }
  }
});
