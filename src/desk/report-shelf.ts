import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { patterns } from '../page/addresses.ts';
import type { Suggestion } from '../reading/reading.ts';
import { ask, fill, type Answer, type Sent } from './api.ts';
import type { Desk } from './desk.ts';
import type { Problem } from './problem.ts';
import type { KeptReport, ListedReport } from './report.ts';
import { remembered } from './settings.ts';

/** What can be taken in as a report. */
export type Incoming = { text: string } | { html: string } | { url: string } | { file: File };

/** Reading a long page, or fetching one, may take a while. */
const patience = 60_000;

/** The reports that the desk keeps, the one that is open, and its suggestions. */
export class ReportShelf {
  readonly list: Signal<ListedReport[]> = signal([]);
  readonly open: Signal<KeptReport | null> = signal(null);
  readonly problem: Signal<Problem | null> = signal(null);
  readonly busy = signal(false);
  /** The number of the suggestion that the keys act on. */
  readonly current: Signal<number | null> = signal(null);
  /** Suggestions taken into a draft since the report was opened, by number. */
  readonly taken: Signal<ReadonlySet<number>> = signal(new Set());
  readonly waiting: ReadonlySignal<Suggestion[]>;
  /** Suggestions that this editor has put away, as `report hash/number`. */
  readonly #hidden = remembered<string[]>('stet-hidden', []);
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.waiting = computed(() => (this.open.value?.reading.suggestions ?? []).filter((one) => !this.isHidden(one)));
  }

  /** Fetches the list. */
  async look(): Promise<void> {
    const answer = await ask<ListedReport[]>(patterns.deskReports);
    if (answer.ok) this.list.value = answer.value;
    else this.#desk.failed(answer.problem, this.problem);
  }

  /** Takes a report in, and opens it. */
  async takeIn(incoming: Incoming): Promise<boolean> {
    const sent: Sent = { method: 'POST', milliseconds: patience };
    if ('file' in incoming) {
      sent.form = new FormData();
      sent.form.append('file', incoming.file);
    } else sent.json = incoming;
    const taken = await this.#show(ask<KeptReport>(patterns.deskReports, sent));
    if (taken) await this.look();
    return taken;
  }

  /** Opens a report that the desk keeps. */
  async openOne(text: string): Promise<boolean> {
    return this.#show(ask<KeptReport>(fill(patterns.deskReport, { report: text }), { milliseconds: patience }));
  }

  /** Says when the open report was published, where it does not say so itself; it is read again with that. */
  async setPublished(date: string): Promise<boolean> {
    const report = this.open.value?.text ?? '';
    const sent: Sent = { method: 'PUT', json: { published: date }, milliseconds: patience };
    return this.#show(ask<KeptReport>(fill(patterns.deskReport, { report }), sent));
  }

  /** Closes the open report, back to the list. */
  close(): void {
    this.open.value = null;
    this.#desk.remember();
  }

  /** Moves to the next or previous suggestion that is not put away. */
  move(by: 1 | -1): Suggestion | null {
    const waiting = this.waiting.value;
    const at = waiting.findIndex(({ number }) => number === this.current.value);
    const next =
      waiting[at < 0 ? (by === 1 ? 0 : waiting.length - 1) : Math.min(Math.max(at + by, 0), waiting.length - 1)];
    this.current.value = next?.number ?? null;
    return next ?? null;
  }

  /** Puts a suggestion away, or brings all that were put away back. */
  hide(suggestion: Suggestion): void {
    const before = this.waiting.value;
    const at = before.findIndex(({ number }) => number === suggestion.number);
    this.#hidden.value = [...this.#hidden.value, this.#name(suggestion)].slice(-5000);
    this.current.value = (before[at + 1] ?? before[at - 1])?.number ?? null;
  }

  /** Brings back what was put away in the open report. */
  unhide(): void {
    const own = `${this.open.value?.text.slice(0, 16) ?? ''}/`;
    this.#hidden.value = this.#hidden.value.filter((name) => !name.startsWith(own));
  }

  /** Notes that a suggestion was taken into a draft. */
  take(suggestion: Suggestion): void {
    this.taken.value = new Set([...this.taken.value, suggestion.number]);
  }

  /** Whether a suggestion was put away. */
  isHidden(suggestion: Suggestion): boolean {
    return this.#hidden.value.includes(this.#name(suggestion));
  }

  #name({ number }: Suggestion): string {
    return `${this.open.value?.text.slice(0, 16) ?? ''}/${number}`;
  }

  async #show(asked: Promise<Answer<KeptReport>>): Promise<boolean> {
    this.busy.value = true;
    const answer = await asked;
    this.busy.value = false;
    if (!answer.ok) {
      this.#desk.failed(answer.problem, this.problem);
      return false;
    }
    this.problem.value = null;
    this.taken.value = new Set();
    this.open.value = answer.value;
    this.current.value = this.waiting.value[0]?.number ?? null;
    this.#desk.remember();
    return true;
  }
}
