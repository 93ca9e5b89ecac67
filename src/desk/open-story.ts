import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { streamAddress } from '../page/addresses.ts';
import type { Command } from '../record/command.ts';
import type { DeskView } from '../views/desk-view.ts';
import type { DueView } from '../views/due-view.ts';
import type { SubjectHistoryView } from '../views/subject-view.ts';
import type { SubjectId } from '../terms/ids.ts';
import { ask, storyApi, type Answer } from './api.ts';
import type { TypedPayment } from './payments.ts';
import type { Problem } from './problem.ts';
import { newAct, type Published } from './sending.ts';

/** Whether what is shown is live, or how it came to be not; of coverage that has ended there is no stream. */
export type Line = 'joining' | 'live' | 'cut' | 'ended';

const rejoinAfter = 3000;
/** A view is fetched at least this often, whatever the stream says. */
const lookAgain = 60_000;

/** The story that is open at the desk: what stands now, kept up by the public stream. */
export class OpenStory {
  readonly name: string;
  readonly view: Signal<DeskView | null> = signal(null);
  /** What the desk has to look at, fetched with the view. */
  readonly due: Signal<DueView | null> = signal(null);
  /** The subjects of which all that was ever stated is fetched with the view. */
  readonly histories: Signal<ReadonlySet<SubjectId>> = signal(new Set());
  readonly problem: Signal<Problem | null> = signal(null);
  /** Payment details that are being typed, by appeal; kept until they are entered or this page is closed. */
  readonly typedPayments: Signal<ReadonlyMap<SubjectId, TypedPayment>> = signal(new Map());
  readonly line: Signal<Line> = signal('joining');
  readonly revision: ReadonlySignal<number> = computed(() => this.view.value?.revision ?? 0);
  #stream: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #steady: ReturnType<typeof setInterval>;
  #looking: Promise<void> | null = null;
  #again = false;
  /** What was sent and not answered, whatever was seen then, and its act. */
  #unanswered: { said: string; act: string } | null = null;
  #closed = false;

  constructor(name: string) {
    this.name = name;
    void this.look();
    this.#steady = setInterval(() => void this.look(), lookAgain);
  }

  /** Fetches what stands now; calls that come while one is on its way are answered by one more. */
  look(): Promise<void> {
    if (this.#looking !== null) {
      this.#again = true;
      return this.#looking;
    }
    this.#looking = this.#fetch().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** Sends a command about a thing of the story, and shows what stands after it. */
  async send(command: Command): Promise<Answer<Published>> {
    const said = JSON.stringify({ ...command, seen: null });
    const act = this.#unanswered?.said === said ? this.#unanswered.act : newAct();
    const json = { act, command };
    let answer = await ask<Published>(storyApi(this.name).commands, { method: 'POST', json });
    // The same act is recorded once, so that asking again is safe.
    if (!answer.ok && !answer.certain)
      answer = await ask<Published>(storyApi(this.name).commands, { method: 'POST', json });
    this.#unanswered = answer.ok || answer.certain ? null : { said, act };
    await this.look();
    return answer;
  }

  /** Fetches all that was ever stated of a subject, from now on with each look. */
  openHistory(subject: SubjectId): Promise<void> {
    this.histories.value = new Set([...this.histories.value, subject]);
    return this.look();
  }

  /** Fetches what was stated of a subject before no longer. */
  closeHistory(subject: SubjectId): void {
    this.histories.value = new Set([...this.histories.value].filter((other) => other !== subject));
    void this.look();
  }

  /** Ends the connection. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#steady);
    this.#stream?.close();
  }

  async #fetch(): Promise<void> {
    do {
      this.#again = false;
      const { view, due, subject } = storyApi(this.name);
      const [stands, list, ...whole] = await Promise.all([
        ask<DeskView>(view),
        ask<DueView>(due),
        ...[...this.histories.value].map((id) => ask<SubjectHistoryView>(subject(id))),
      ]);
      if (this.#closed) return;
      this.problem.value = [stands, list, ...whole].find((answer) => !answer.ok)?.problem ?? null;
      if (stands.ok && stands.value.revision >= this.revision.value) this.view.value = withWhole(stands.value, whole);
      if (list.ok) this.due.value = list.value;
      this.#keepUp();
    } while (this.#again);
  }

  /** Follows the public stream while the coverage goes on; once it has ended, looking now and then is enough. */
  #keepUp(): void {
    if (this.view.value?.ending != null) {
      clearTimeout(this.#timer);
      this.#stream?.close();
      this.#stream = null;
      this.line.value = 'ended';
    } else if (this.#stream === null) this.#join();
  }

  #join(): void {
    const stream = new EventSource(streamAddress(this.name, this.revision.value, null));
    this.#stream = stream;
    stream.addEventListener('open', () => {
      this.line.value = 'live';
      void this.look();
    });
    stream.addEventListener('message', () => void this.look());
    stream.addEventListener('error', () => {
      this.line.value = 'cut';
      if (stream.readyState !== EventSource.CLOSED) return;
      this.#timer = setTimeout(() => {
        this.#stream = null;
        void this.look();
      }, rejoinAfter);
    });
  }
}

/** A view with subjects that were fetched whole in the place of its own. */
function withWhole(view: DeskView, answers: readonly Answer<SubjectHistoryView>[]): DeskView {
  const whole = new Map(answers.flatMap((answer) => (answer.ok ? [[answer.value.id, answer.value]] : [])));
  return { ...view, subjects: view.subjects.map((subject) => whole.get(subject.id) ?? subject) };
}
