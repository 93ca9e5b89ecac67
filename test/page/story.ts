import { digest, type Revision } from '../../src/journal/revision.ts';
import type { Command } from '../../src/record/command.ts';
import { decide, type KnownReport } from '../../src/record/decide.ts';
import { fold } from '../../src/record/evolve.ts';
import { emptyRecord, revisionOf, type StoryRecord } from '../../src/record/record.ts';

/** A story as it grows in a test: each command is one revision, a minute after the last. */
export class TestStory {
  readonly story: string;
  readonly revisions: Revision[] = [];
  /** The record as of each revision; the first is the empty one. */
  readonly records: StoryRecord[];
  readonly #reports = new Map<string, KnownReport>();
  readonly #start: number;

  constructor(story: string, start = '2024-06-03T05:00:00.000Z') {
    this.story = story;
    this.records = [emptyRecord(story)];
    this.#start = Date.parse(start);
  }

  get record(): StoryRecord {
    return this.records.at(-1)!;
  }

  get head(): number {
    return revisionOf(this.record);
  }

  /** Makes a report known to the desk and says its name. */
  report(report: KnownReport): string {
    const name = digest(report.words);
    this.#reports.set(name, report);
    return name;
  }

  /** Publishes a command. Throws its refusal. */
  publish(command: Command, by = 'desk'): Revision {
    const at = new Date(this.#start + this.head * 420_000).toISOString();
    const events = decide(this.record, command, { moment: at, report: (text) => this.#reports.get(text) });
    const number = this.head + 1;
    const revision: Revision = {
      story: this.story,
      at,
      by,
      events,
      act: null,
      number,
      schema: 1,
      salts: [],
      hash: '',
    };
    this.revisions.push(revision);
    this.records.push(fold(this.record, revision));
    return revision;
  }
}
