import type { Frame } from '../../src/live/frame.ts';
import type { Follower } from '../follower.ts';

/** What became of many readers: how many there are, and what is wrong with their pages, all of them added up. */
export interface Account {
  readers: number;
  /** Frames that were put onto a page that does not stand where they start. */
  gaps: number;
  /** Frames that were put onto a page that had had them. */
  doubled: number;
  /** New posts that came after a later one. */
  disordered: number;
  /** Readers whose page does not stand at the last revision. */
  behind: number;
  /** Pieces of the fresh page that a page lacks, or that stand otherwise on it. */
  lost: number;
}

/** The account of readers for whom all went well. */
export const allWell = (readers: number): Account => ({
  readers,
  gaps: 0,
  doubled: 0,
  disordered: 0,
  behind: 0,
  lost: 0,
});

/** All that a page of the last revision holds, where it has at most a hundred posts. */
export async function pageOf(address: string): Promise<Frame> {
  const page = (await (await fetch(`${address}/after/0`)).json()) as Frame;
  if (page.unsent > 0) throw new Error(`the page leaves out ${page.unsent} posts`);
  return page;
}

/** Waits until all readers stand at the last revision, but not for ever, and compares what they have with a fresh page. */
export async function accountOf(readers: readonly Follower[], address: string, last: number): Promise<Account> {
  const behind = () => readers.filter(({ reader }) => reader.revision !== last).length;
  for (const end = performance.now() + 40_000; behind() > 0 && performance.now() < end;)
    await new Promise((resolve) => void setTimeout(resolve, 20));
  const fresh = await pageOf(address);
  const text = await (await fetch(address)).text();
  const expected = new Map(fresh.parts.map(({ id, html }) => [id, html]));
  const sum = (of: (reader: Follower) => number) => readers.reduce((all, reader) => all + of(reader), 0);
  return {
    readers: readers.length,
    gaps: sum(({ wrong }) => wrong.gaps),
    doubled: sum(({ wrong }) => wrong.doubled),
    disordered: sum(({ wrong }) => wrong.disordered),
    behind: fresh.revision === last ? behind() : readers.length,
    lost: sum(({ pieces }) => {
      const other = [...expected].filter(([id, html]) => pieces.get(id) !== html);
      // What is empty at the end is on the page, and in no difference from the beginning.
      const strange = [...pieces].filter(([id, html]) => !expected.has(id) && !text.includes(html));
      return other.length + strange.length;
    }),
  };
}
