import { useSignal, type Signal } from '@preact/signals';
import type { Command } from '../record/command.ts';
import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { focusBack, focusOn } from './focus.ts';
import type { Problem } from './problem.ts';

/** What can be asked about a thing before anything is sent. */
export type Question = 'withdraw' | 'take-down' | 'merge' | 'enter' | 'confirm';

/** A question about a thing, and the revision that was before the eyes when it came up. */
interface Asking {
  on: string;
  question: Question;
  seen: number;
}

/** What the lists of the story have in common: which thing the keys act on, what is asked about one, and what went wrong. */
export interface StreamList {
  current: Signal<string | null>;
  /** What is asked about one of the things, for instance why it is withdrawn. */
  asking: Signal<Asking | null>;
  problem: Signal<{ on: string; problem: Problem } | null>;
  move: (by: 1 | -1) => void;
  /** What is asked about a thing; `null` where nothing is. */
  asked: (id: string) => Question | null;
  /** Asks about a thing, or no longer. */
  ask: (id: string, question: Question) => void;
  drop: (id: string) => void;
  /** Sends a command about a thing, and says that it is done; resolves to whether it is. */
  send: (id: string, command: Command, done: string) => Promise<boolean>;
}

/** A list of the story whose things are `desk-` and their names on the screen; `idsNow` gives them in order. */
export function useStreamList({ story }: Work, idsNow: () => readonly string[]): StreamList {
  const desk = useDesk();
  const current = useSignal<string | null>(null);
  const asking = useSignal<Asking | null>(null);
  const problem = useSignal<{ on: string; problem: Problem } | null>(null);
  const drop = (id: string) => {
    asking.value = null;
    focusOn(`#desk-${id}`);
  };
  return {
    current,
    asking,
    problem,
    drop,
    move(by) {
      const ids = idsNow();
      const at = current.value === null ? -1 : ids.indexOf(current.value);
      const next = ids[at < 0 ? 0 : Math.min(Math.max(at + by, 0), ids.length - 1)];
      if (next === undefined) return;
      current.value = next;
      focusOn(`#desk-${next}`);
    },
    asked: (id) => (asking.value?.on === id ? asking.value.question : null),
    ask(id, question) {
      current.value = id;
      asking.value = { on: id, question, seen: story.revision.value };
      focusOn(`#desk-${id} :is(input, textarea, select)`);
    },
    async send(id, command, done) {
      problem.value = null;
      const asked = asking.value?.on === id ? asking.value : null;
      // What somebody changed while it was asked about is shown first, and done only when it is asked for once more.
      const answer = await story.send(asked !== null && 'seen' in command ? { ...command, seen: asked.seen } : command);
      if (answer.ok) {
        desk.signedOut.value = null;
        desk.say(`${done} Revision ${answer.value.revision}.`);
        if (asking.value?.on === id) {
          asking.value = null;
          focusBack('stream', `#desk-${id}`);
        }
        return true;
      }
      if (asked !== null && asking.value === asked && answer.problem.code === 'changed-since')
        asking.value = { ...asked, seen: story.revision.value };
      desk.failed(answer.problem, null);
      problem.value = { on: id, problem: answer.problem };
      return false;
    },
  };
}
