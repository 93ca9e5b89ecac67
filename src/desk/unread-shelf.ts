import { signal, type Signal } from '@preact/signals';
import { patterns } from '../page/addresses.ts';
import { ask, fill } from './api.ts';
import type { Desk } from './desk.ts';

/** What came in as a report and could not be read. */
export interface ListedUnread {
  /** The hash of its bytes: its name. */
  bytesHash: string;
  origin: string | null;
  fileName: string | null;
  takenIn: string;
  takenInBy: string;
  /** Why, in a sentence. */
  problem: string;
}

/** What came in as reports and could not be read. */
export class UnreadShelf {
  readonly list: Signal<ListedUnread[]> = signal([]);
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Fetches the list. */
  async look(): Promise<void> {
    const answer = await ask<ListedUnread[]>(patterns.deskUnreadReports);
    if (answer.ok) this.list.value = answer.value;
    else this.#desk.failed(answer.problem, this.#desk.reports.problem);
  }

  /** Deletes one of them. */
  async remove({ bytesHash }: ListedUnread): Promise<void> {
    const answer = await ask(fill(patterns.deskUnreadReport, { report: bytesHash }), { method: 'DELETE' });
    if (!answer.ok) this.#desk.failed(answer.problem, this.#desk.reports.problem);
    await this.look();
  }
}
