import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { patterns } from '../page/addresses.ts';
import { ask, fill, type Answer, type Sent } from './api.ts';
import type { Desk } from './desk.ts';
import { MarkShelf } from './mark-shelf.ts';
import { markedBy, type Marked, type MarkKind } from './marks.ts';
import type { Problem } from './problem.ts';
import type { KeptReport, ListedReport } from './report.ts';
import { remembered } from './settings.ts';
import { suggestedIn, type Suggested } from './suggested.ts';

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
  /** The name of the suggestion that the keys act on. */
  readonly current: Signal<string | null> = signal(null);
  /** Suggestions that were quoted or published since the report was opened, by name. */
  readonly taken: Signal<ReadonlySet<string>> = signal(new Set());
  readonly marks = new MarkShelf(this.open, (state) => this.#isHidden({ name: state }));
  /** All that the open report suggests. */
  readonly #suggested: ReadonlySignal<Suggested[]> = computed(() =>
    this.open.value === null ? [] : suggestedIn(this.open.value.reading),
  );
  /** How many of them are put away. */
  readonly putAway: ReadonlySignal<number> = computed(
    () => this.#suggested.value.filter((one) => this.#isHidden(one)).length,
  );
  /** Those that are not put away; states only while their marks are shown. */
  readonly waiting: ReadonlySignal<Suggested[]>;
  /** What is looked at in the text: a mark, or else the suggestion that the keys act on. */
  readonly looked: ReadonlySignal<{ name: string; spans: readonly Marked[] } | null> = computed(() => {
    const name = this.current.value;
    const suggestion = this.waiting.value.find((one) => one.name === name);
    const mark = this.marks.current.value ?? this.marks.shown.value.find((one) => one.name === name);
    return mark ?? (suggestion === undefined ? null : { name: suggestion.name, spans: markedBy(suggestion) });
  });
  /** Suggestions that this editor has put away, as `report hash/name`. */
  readonly #hidden = remembered<string[]>('stet-hidden', []);
  readonly #desk: Desk;
  /** What was asked for last is what is shown, whatever answers come after it. */
  #asked = 0;
  /** What the list could not be fetched for. */
  #unlisted: Problem | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.waiting = computed(() =>
      this.#suggested.value.filter(
        (one) => !this.#isHidden(one) && (one.sort !== 'state' || this.marks.shows('state')),
      ),
    );
  }

  /** Fetches the list, and that of what could not be read. */
  async look(): Promise<void> {
    const answer = await ask<ListedReport[]>(patterns.deskReports);
    if (!answer.ok) {
      this.#unlisted = answer.problem;
      return this.#desk.failed(answer.problem, this.problem);
    }
    this.list.value = answer.value;
    if (this.problem.value === this.#unlisted) this.problem.value = null;
    await this.#desk.unread.look();
  }

  /** Takes a report in, and opens it. */
  async takeIn(incoming: Incoming): Promise<boolean> {
    const sent: Sent = { method: 'POST', milliseconds: patience };
    if ('file' in incoming) {
      sent.form = new FormData();
      sent.form.append('file', incoming.file);
    } else sent.json = incoming;
    const taken = await this.#show(ask<KeptReport>(patterns.deskReports, sent));
    void this.look();
    return taken;
  }

  /** Reads again what came in and could not be read, by the hash of its bytes, and opens it. */
  async readAgain(bytesHash: string): Promise<boolean> {
    const sent: Sent = { method: 'POST', milliseconds: patience };
    const taken = await this.#show(ask<KeptReport>(fill(patterns.deskUnreadReport, { report: bytesHash }), sent));
    void this.look();
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
    this.#asked++;
    this.busy.value = false;
    this.open.value = null;
    this.#desk.remember();
  }

  /** Moves to the next or previous suggestion that is not put away. */
  move(by: 1 | -1): Suggested | null {
    const waiting = this.waiting.value;
    const at = waiting.findIndex(({ name }) => name === this.current.value);
    const next =
      waiting[at < 0 ? (by === 1 ? 0 : waiting.length - 1) : Math.min(Math.max(at + by, 0), waiting.length - 1)];
    this.current.value = next?.name ?? null;
    return next ?? null;
  }

  /** Hides a kind of marks or shows it again; without the states, none of them is acted on. */
  toggle(kind: MarkKind): void {
    this.marks.toggle(kind);
    const waiting = this.waiting.value;
    if (waiting.every(({ name }) => name !== this.current.value)) this.current.value = waiting[0]?.name ?? null;
  }

  /** Puts a suggestion away, or brings all that were put away back. */
  hide(suggestion: Suggested): void {
    const before = this.waiting.value;
    const at = before.findIndex(({ name }) => name === suggestion.name);
    this.#hidden.value = [...this.#hidden.value, this.#name(suggestion)].slice(-5000);
    this.current.value = (before[at + 1] ?? before[at - 1])?.name ?? null;
  }

  /** Brings back what was put away in the open report. */
  unhide(): void {
    const own = `${this.open.value?.text.slice(0, 16) ?? ''}/`;
    this.#hidden.value = this.#hidden.value.filter((name) => !name.startsWith(own));
  }

  /** Notes that suggestions of the open report were quoted, or published as statements. */
  take(names: readonly string[]): void {
    this.taken.value = new Set([...this.taken.value, ...names]);
  }

  #isHidden(suggestion: Pick<Suggested, 'name'>): boolean {
    return this.#hidden.value.includes(this.#name(suggestion));
  }

  #name({ name }: Pick<Suggested, 'name'>): string {
    return `${this.open.value?.text.slice(0, 16) ?? ''}/${name}`;
  }

  async #show(asked: Promise<Answer<KeptReport>>): Promise<boolean> {
    const mine = ++this.#asked;
    this.busy.value = true;
    const answer = await asked;
    if (mine === this.#asked) this.busy.value = false;
    if (!answer.ok) {
      this.#desk.failed(answer.problem, this.problem);
      return false;
    }
    if (mine !== this.#asked) return false;
    this.problem.value = null;
    // One that was read again with its date is the same report.
    if (answer.value.text !== this.open.value?.text) this.taken.value = new Set();
    this.open.value = answer.value;
    this.current.value = this.waiting.value[0]?.name ?? null;
    this.marks.choose(null);
    this.#desk.remember();
    return true;
  }
}
