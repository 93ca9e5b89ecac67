import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Span } from '../reading/reading.ts';
import { markKinds, marksIn, startOf, type Mark, type MarkKind } from './marks.ts';
import type { KeptReport } from './report.ts';
import { remembered } from './settings.ts';

/** The marks of the open report, which kinds of them are shown, and the one that is looked at. */
export class MarkShelf {
  readonly all: ReadonlySignal<Mark[]>;
  readonly shown: ReadonlySignal<Mark[]>;
  readonly current: ReadonlySignal<Mark | null>;
  /** At first all but repeats, which run over whole sentences. */
  readonly #hidden = remembered<string[]>('stet-marks-hidden', ['repeat']);
  readonly #name: Signal<string | null> = signal(null);

  /** `putAway` says whether a state was put away as a suggestion, by its name. */
  constructor(open: ReadonlySignal<KeptReport | null>, putAway: (state: string) => boolean) {
    this.all = computed(() => (open.value === null ? [] : marksIn(open.value.reading)));
    this.shown = computed(() =>
      this.all.value.filter(({ kind, name }) => this.shows(kind) && (kind !== 'state' || !putAway(name))),
    );
    this.current = computed(() => this.shown.value.find(({ name }) => name === this.#name.value) ?? null);
  }

  /** The kinds of which there are any, with how many. */
  counts(): { kind: MarkKind; count: number }[] {
    const by = Map.groupBy(this.all.value, ({ kind }) => kind);
    return (Object.keys(markKinds) as MarkKind[])
      .map((kind) => ({ kind, count: by.get(kind)?.length ?? 0 }))
      .filter(({ count }) => count > 0);
  }

  /** Whether a kind is shown. */
  shows(kind: MarkKind): boolean {
    return !this.#hidden.value.includes(kind);
  }

  /** Hides a kind, or shows it again. */
  toggle(kind: MarkKind): void {
    const hidden = this.#hidden.value;
    this.#hidden.value = this.shows(kind) ? [...hidden, kind] : hidden.filter((one) => one !== kind);
  }

  /** Looks at a mark, or at none. */
  choose(name: string | null): void {
    this.#name.value = name;
  }

  /** Looks at the mark of a kind at a place, hidden or not. */
  show(kind: MarkKind, { start, end }: Span): void {
    if (!this.shows(kind)) this.toggle(kind);
    const at = this.all.value.find(
      (mark) => mark.kind === kind && mark.spans.some((span) => span.start === start && span.end === end),
    );
    this.choose(at?.name ?? null);
  }

  /** Looks at the next or previous mark that is shown; at first at the one next to a place of the text. */
  move(by: 1 | -1, from: number): Mark | null {
    const shown = this.shown.value;
    const at = shown.findIndex(({ name }) => name === this.#name.value);
    const beside = shown.findIndex((mark) => startOf(mark) >= from);
    const start = beside < 0 ? shown.length : beside;
    const next = at >= 0 ? at + by : by === 1 ? start : start - 1;
    const mark = shown[Math.min(Math.max(next, 0), shown.length - 1)] ?? null;
    this.choose(mark?.name ?? null);
    return mark;
  }
}
