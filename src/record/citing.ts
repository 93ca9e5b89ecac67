import type { Event } from '../journal/event.ts';
import { checkExcerpt } from '../terms/excerpt.ts';
import type { ReportId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';
import type { NewStatement } from './command.ts';
import type { Circumstances } from './decide.ts';
import type { StoryRecord } from './record.ts';

/** The reports that one command's statements are cut from, cited first where the record does not hold them yet. */
export class Citations {
  readonly events: Event[] = [];
  readonly #record: StoryRecord;
  readonly #circumstances: Circumstances;
  readonly #known = new Map<string, ReportId>();

  constructor(record: StoryRecord, circumstances: Circumstances) {
    this.#record = record;
    this.#circumstances = circumstances;
  }

  cite(text: string, excerpt: NonNullable<NewStatement['excerpt']>): ReportId {
    const report = this.#circumstances.report(text);
    if (report === undefined) throw new Refusal('report-unknown', { report: text });
    checkExcerpt(report.words, excerpt);
    const known = this.#known.get(text) ?? this.#onRecord(text);
    if (known !== undefined) return known;
    const id: ReportId = `report-${this.#record.reports.length + this.events.length + 1}`;
    const { words: _, ...about } = report;
    this.events.push({ kind: 'report-cited', report: id, text, ...about });
    this.#known.set(text, id);
    return id;
  }

  #onRecord(text: string): ReportId | undefined {
    for (const { id, text: known, removed } of this.#record.reports.backwards()) {
      if (known !== text) continue;
      if (removed !== null) throw new Refusal('already-removed', { id });
      return id;
    }
    return undefined;
  }
}
