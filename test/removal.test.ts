import * as fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Event } from '../src/journal/event.ts';
import type { Removable } from '../src/journal/removal.ts';
import { Ground } from '../src/journal/removal-shapes.ts';
import { checkFollows, firstHash, type Draft, type Revision } from '../src/journal/revision.ts';
import { renderCorrectionsPage } from '../src/page/corrections-page.ts';
import { catchUpFrame, frameOf } from '../src/page/frame.ts';
import { renderPage } from '../src/page/page.ts';
import { renderPostPage } from '../src/page/post-page.ts';
import { renderSubjectPage } from '../src/page/subject-page.ts';
import { decide } from '../src/record/decide.ts';
import { fold } from '../src/record/evolve.ts';
import { emptyRecord, revisionOf, type StoryRecord } from '../src/record/record.ts';
import { Sequence } from '../src/record/sequence.ts';
import { revisionsWith } from '../src/record/take-down.ts';
import { openSqliteJournal } from '../src/store/sqlite-journal.ts';
import { correctionsView } from '../src/views/corrections-view.ts';
import { pageView } from '../src/views/page-view.ts';
import { postView } from '../src/views/post-view.ts';
import { subjectHistoryView } from '../src/views/subject-view.ts';
import { coverages } from './samples/commands.ts';
import { circumstancesAt, minute } from './samples/flood.ts';

const story = 'river-flood';

/** A word that no sample holds; in capitals, so that a search finds it wherever it was put. */
const marker = 'QZXMARKED';

/** The texts that a post, a statement or a report is made of; all else in an event is a name, a number or one word of a few. */
const texts = new Set(
  (
    'headline note reason title outlet as role channel what where period unit words exact prefix suffix ' +
    'condition outcome people charity charityNumber country address text payee label'
  ).split(' '),
);

/** A value with the marker in each of its texts. */
function marked(value: unknown, under = ''): unknown {
  if (typeof value === 'string') return texts.has(under) ? `${value} ${marker}` : value;
  if (Array.isArray(value)) return value.map((item) => marked(item, under));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, marked(item, key)]));
}

/** What an event is about, where that can be taken down. */
function aboutWhat(event: Event): Removable | null {
  if ('post' in event) return event.post;
  if ('statement' in event) return event.statement;
  if ('payment' in event) return event.payment;
  return event.kind === 'report-cited' ? event.report : null;
}

/** An event with the marker in its texts where it is about one of some things. */
function markedFor(event: Event, what: ReadonlySet<Removable>): Event {
  const about = aboutWhat(event);
  if (about === null || !what.has(about)) return event;
  // Some statements have no text at all.
  if (event.kind === 'statement-recorded') return { ...(marked(event) as typeof event), channel: marker };
  if (event.kind !== 'report-cited') return marked(event) as Event;
  // Its `text` is a hash.
  return { ...(marked(event) as typeof event), text: event.text, origin: `https://example.org/${marker}` };
}

/** Whether an event withdraws a statement for the reason of a post that is withdrawn with it, and is one of some things. */
function isReasonOf(event: Event, events: readonly Event[], what: ReadonlySet<Removable>): boolean {
  const post = events.find((one) => one.kind === 'post-withdrawn');
  return event.kind === 'statement-withdrawn' && post !== undefined && what.has(post.post);
}

const things = (record: StoryRecord): Removable[] =>
  [record.posts, record.statements, record.reports, record.payments].flatMap((list) => [...list].map(({ id }) => id));

/** All that a record holds, as text. */
const allOf = (record: StoryRecord): string => JSON.stringify(plain(record));

/** A record with its lists as plain ones. */
function plain(record: StoryRecord): unknown {
  const listed = (value: unknown): unknown => (value instanceof Sequence ? [...value].map(fields) : value);
  const fields = (thing: object) =>
    Object.fromEntries(Object.entries(thing).map(([key, value]) => [key, listed(value)]));
  return fields(record);
}

/** Every page of a record, one after another. */
function pagesOf(record: StoryRecord, moment: string): string {
  return [
    renderPage(pageView(record, moment, { order: 'newest', from: null, since: null }), { script: null }),
    renderPage(pageView(record, moment, { order: 'oldest', from: null, since: 1 }), { script: null }),
    renderCorrectionsPage(record, correctionsView(record), moment),
    ...[...record.posts].map((post) => renderPostPage(record, postView(record, post), moment)),
    ...[...record.subjects].map(({ id }) => renderSubjectPage(record, subjectHistoryView(record, id, moment), moment)),
  ].join('\n');
}

/** Which files of a folder hold some bytes. */
function filesWith(folder: string, bytes: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(bytes));
}

/** A coverage, and some of its things, which are to be taken down. */
const removals = fc
  .tuple(
    coverages(12),
    fc.array(fc.boolean(), { minLength: 1, maxLength: 50 }),
    fc.constantFrom(...Ground.options),
    fc.constantFrom('', ' long'.repeat(2000)),
  )
  .map(([coverage, choices, ground, filling]) => {
    const chosen = things(coverage.record).filter((_, i) => choices[i % choices.length]);
    return { ...coverage, what: chosen.slice(0, 50), ground, filling };
  })
  .filter(({ what }) => what.length > 0);

/** Drafts of a coverage with the marker in the texts of some things; one of them long, so that it spills out of its page. */
function draftsOf(revisions: readonly Revision[], what: readonly Removable[], filling: string): Draft[] {
  const targets = new Set(what);
  return revisions.map(({ at, by, act, events }) => ({
    at,
    by,
    act,
    events: events.map((event) => {
      const one = isReasonOf(event, events, targets) ? (marked(event) as Event) : markedFor(event, targets);
      return one.kind === 'post-published' && targets.has(one.post)
        ? { ...one, body: [...one.body, { kind: 'paragraph', runs: [{ text: `${marker}${filling} ${marker}` }] }] }
        : one;
    }),
  }));
}

test('[J32] what is taken down is gone: from the files, from every record before and after, from every page and frame', async () => {
  await fc.assert(
    fc.asyncProperty(removals, async ({ revisions, what, ground, filling }) => {
      const folder = mkdtempSync(join(tmpdir(), 'stet-removal-'));
      const journal = await openSqliteJournal(join(folder, 'journal.sqlite'));
      try {
        const drafts = draftsOf(revisions, what, filling);
        const written = await journal.append(story, drafts, 0);
        const before = written.reduce(fold, emptyRecord(story));
        expect(allOf(before)).toContain(marker);
        expect(filesWith(folder, marker)).not.toEqual([]);

        const at = minute(written.length);
        const command = { kind: 'remove-content', seen: revisionOf(before), what, ground } as const;
        const events = decide(before, command, circumstancesAt(at));
        const draft = { at, by: 'Marta', act: 'take-down', events };
        const removed = await journal.remove(story, draft, written.length, {
          what,
          ground,
          revisions: revisionsWith(before, what),
        });
        const live = fold(before, removed);

        expect(filesWith(folder, marker)).toEqual([]);

        const read = await journal.read(story, 0, 1000);
        let last = { number: 0, hash: firstHash };
        for (const revision of read) {
          checkFollows(revision, last);
          last = revision;
          for (const event of revision.events) expect(Event.safeParse(event).error).toBeUndefined();
        }
        // The chain is the one that was published: nobody who holds a hash of it can tell a difference.
        expect(read.map(({ hash }) => hash)).toEqual([...written, removed].map(({ hash }) => hash));

        let anew = emptyRecord(story);
        for (const revision of read) {
          anew = fold(anew, revision);
          expect(allOf(anew)).not.toContain(marker);
          expect(pagesOf(anew, revision.at)).not.toContain(marker);
        }
        expect(plain(anew)).toEqual(plain(live));

        const moment = minute(written.length + 5);
        expect(pagesOf(live, moment)).not.toContain(marker);
        for (const after of [0, 1, written.length].filter((number) => number <= written.length)) {
          const missed = [...written, removed].slice(after);
          expect(JSON.stringify(frameOf(live, missed, after, moment))).not.toContain(marker);
          expect(JSON.stringify(catchUpFrame(live, after, moment))).not.toContain(marker);
        }
      } finally {
        await journal.close();
        rmSync(folder, { recursive: true });
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('[J32] a page that showed what is taken down is told to replace each piece that held it', () => {
  fc.assert(
    fc.property(removals, ({ revisions, what, ground, filling }) => {
      const drafts = draftsOf(revisions, what, filling);
      const before = drafts.reduce((so, draft, i) => fold(so, { ...draft, number: i + 1 }), emptyRecord(story));
      const at = minute(drafts.length);
      const events = decide(before, { kind: 'remove-content', seen: drafts.length, what, ground }, circumstancesAt(at));
      const live = fold(before, { number: drafts.length + 1, at, by: 'Marta', events });
      const { parts } = catchUpFrame(live, drafts.length, at);
      const replaced = new Set(parts.map(({ id }) => id));
      const held = [...before.posts].filter((post) =>
        renderPostPage(before, postView(before, post), at).includes(marker),
      );
      for (const { id } of held) expect(replaced).toContain(id);
      for (const { id } of before.subjects) {
        if (renderSubjectPage(before, subjectHistoryView(before, id, at), at).includes(marker))
          expect(replaced).toContain(id);
      }
    }),
    { numRuns: 100 },
  );
});
