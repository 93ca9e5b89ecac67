import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Event } from '../journal/event.ts';
import type { Journal, Removal } from '../journal/port.ts';
import { bodyHash, checkFollows, firstHash, schemaVersion, type Draft } from '../journal/revision.ts';

/** A store made for one test, as a driver opens it. */
export interface OpenedStore {
  journal: Journal;
  /** A second handle on the same store, as another process would hold it. */
  another(): Promise<Journal>;
  /** Closes all handles and opens the store again. */
  reopen(): Promise<Journal>;
  /** Closes all handles and removes the store. */
  remove(): Promise<void>;
}

/** A draft that publishes one post with some words, for tests of journals. */
export function draftOf(words: string, act: string | null = null): Draft {
  const post: Event = {
    kind: 'post-published',
    post: 'post-1',
    headline: null,
    body: [{ kind: 'paragraph', runs: [{ text: words }] }],
    language: 'en',
    statements: [],
  };
  return { at: '2024-09-15T06:30:00.000Z', by: 'Marta', events: [post, { kind: 'post-keyed', post: 'post-1' }], act };
}

/** A draft that takes posts down, for tests of journals. */
function takingDown(what: `post-${number}`[], act: string | null = null): Draft {
  const events: Event[] = [{ kind: 'content-removed', what, ground: 'privacy' }];
  return { at: '2024-09-15T07:00:00.000Z', by: 'Marta', events, act };
}

/** A draft that publishes two posts, so that one of them can go and the other stay. */
function twoPosts(one: string, other: string): Draft {
  const [first] = draftOf(one).events;
  const [second] = draftOf(other).events;
  return { ...draftOf(one), events: [first!, { ...second!, post: 'post-2' } as Event] };
}

/**
 * Holds a driver of the journal to the rules of `docs/journal.md`; each case is named with its rule.
 *
 * `open` makes a new, empty store.
 */
export function journalContract(name: string, open: () => Promise<OpenedStore>): void {
  const flood = 'river-flood';

  describe(`the journal on ${name}`, () => {
    let store: OpenedStore;
    let journal: Journal;

    beforeEach(async () => {
      store = await open();
      journal = store.journal;
    });

    afterEach(() => store.remove());

    /** Publishes one post after another, each in an append of its own. */
    async function given(...words: string[]): Promise<void> {
      for (const text of words) await journal.append(flood, [draftOf(text)], (await journal.head(flood)).number);
    }

    async function wordsIn(from: Journal, story = flood): Promise<string[]> {
      const revisions = await from.read(story, 0, 1000);
      let last = { number: 0, hash: firstHash };
      for (const revision of revisions) {
        checkFollows(revision, last);
        last = revision;
      }
      expect(await from.head(story)).toEqual({ story, number: last.number, hash: last.hash });
      return revisions.map(({ events: [post] }) =>
        post?.kind === 'post-published' && post.body[0]?.kind === 'paragraph' ? post.body[0].runs[0]!.text : '',
      );
    }

    test('[J1] a story without revisions ends at 0, holds nothing and is not listed', async () => {
      expect(await journal.head(flood)).toEqual({ story: flood, number: 0, hash: firstHash });
      expect(await journal.read(flood, 0, 10)).toEqual([]);
      expect(await journal.find(flood, 'act-1')).toBeNull();
      expect(await journal.stories()).toEqual([]);
    });

    test('[J2] numbers count from 1 without gaps and each revision follows the last', async () => {
      await given('the river rises', 'the bridge is closed', 'the river falls');
      const revisions = await journal.read(flood, 0, 10);
      expect(revisions.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(await wordsIn(journal)).toEqual(['the river rises', 'the bridge is closed', 'the river falls']);
    });

    test('[J3] a revision is its draft, sealed: with its story, the schema and a fresh salt for each event', async () => {
      const draft = draftOf('the river rises', 'act-1');
      const [first, second] = await journal.append(flood, [draft, { ...draft, act: null }], 0);
      expect(first).toMatchObject({ ...draft, story: flood, number: 1, schema: schemaVersion });
      expect(first!.salts).toHaveLength(2);
      for (const salt of first!.salts) expect(Buffer.from(salt, 'base64url').length).toBeGreaterThanOrEqual(16);
      expect(new Set([...first!.salts, ...second!.salts]).size).toBe(4);
    });

    test('[J4] each story counts on its own, and stories are listed by name', async () => {
      await given('the river rises');
      await journal.append('harbour-fire', [draftOf('a ship burns'), draftOf('two ships burn')], 0);
      await journal.append('a-strike', [draftOf('trains stand still')], 0);
      expect(await journal.stories()).toEqual(['a-strike', 'harbour-fire', 'river-flood']);
      expect(await wordsIn(journal, 'harbour-fire')).toEqual(['a ship burns', 'two ships burn']);
      expect(await wordsIn(journal)).toEqual(['the river rises']);
    });

    test('[J5] the drafts of one append become consecutive revisions in their order', async () => {
      const revisions = await journal.append(flood, [draftOf('one'), draftOf('two'), draftOf('three')], 0);
      expect(revisions.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(await wordsIn(journal)).toEqual(['one', 'two', 'three']);
      expect(await journal.append(flood, [], 3)).toEqual([]);
    });

    test.each([0, 1, 3, 9])(
      '[J6] an append that expects %i where the head is 2 is refused and writes nothing',
      async (wrong) => {
        await given('one', 'two');
        await expect(journal.append(flood, [draftOf('lost')], wrong)).rejects.toMatchObject({
          code: 'journal-moved-on',
        });
        expect(await wordsIn(journal)).toEqual(['one', 'two']);
      },
    );

    test('[J7] appends handed in together are checked one after the other, and a refused one harms no other', async () => {
      await given('one');
      const answers = await Promise.allSettled([
        journal.append(flood, [draftOf('two'), draftOf('three')], 1),
        journal.append(flood, [draftOf('too late')], 1),
        journal.append('harbour-fire', [draftOf('a ship burns')], 0),
        journal.append(flood, [draftOf('four')], 3),
        journal.append('harbour-fire', [draftOf('too early')], 5),
      ]);
      expect(answers.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, false]);
      expect(await wordsIn(journal)).toEqual(['one', 'two', 'three', 'four']);
      expect(await wordsIn(journal, 'harbour-fire')).toEqual(['a ship burns']);
    });

    test('[J8] an act is recorded once in a story, whatever is expected and also after reopening', async () => {
      await journal.append(flood, [draftOf('one', 'act-1')], 0);
      const again = [draftOf('between'), draftOf('one', 'act-1')];
      const done = { code: 'act-done', message: expect.stringContaining('revision 1') };
      await expect(journal.append(flood, again, 1)).rejects.toMatchObject(done);
      await expect(journal.append(flood, again, 0)).rejects.toMatchObject(done);
      journal = await store.reopen();
      await expect(journal.append(flood, again, 1)).rejects.toMatchObject(done);
      expect(await wordsIn(journal)).toEqual(['one']);
      await journal.append('harbour-fire', [draftOf('a ship burns', 'act-1')], 0);
      expect(await wordsIn(journal, 'harbour-fire')).toEqual(['a ship burns']);
    });

    test('[J8] an act handed in twice at once is recorded once', async () => {
      const twice = [
        journal.append(flood, [draftOf('one', 'act-1')], 0),
        journal.append(flood, [draftOf('one', 'act-1')], 1),
      ];
      const [first, second] = await Promise.allSettled(twice);
      expect(first).toMatchObject({ status: 'fulfilled' });
      expect(second).toMatchObject({ status: 'rejected', reason: { code: 'act-done' } });
      await expect(journal.append(flood, [draftOf('two', 'act-2'), draftOf('two', 'act-2')], 1)).rejects.toThrow(
        'act-2',
      );
      expect(await wordsIn(journal)).toEqual(['one']);
    });

    test('[J9] a revision is found by its act', async () => {
      await given('one');
      const [second] = await journal.append(flood, [draftOf('two', 'act-2')], 1);
      expect(await journal.find(flood, 'act-2')).toEqual(second);
      expect(await journal.find(flood, 'act-3')).toBeNull();
      expect(await journal.find('harbour-fire', 'act-2')).toBeNull();
    });

    test('[J10] reading gives at most so many revisions after a number, in order', async () => {
      await given('one', 'two', 'three', 'four');
      const numbers = async (after: number, limit: number) =>
        (await journal.read(flood, after, limit)).map(({ number }) => number);
      expect(await numbers(0, 2)).toEqual([1, 2]);
      expect(await numbers(2, 2)).toEqual([3, 4]);
      expect(await numbers(3, 100)).toEqual([4]);
      expect(await numbers(4, 100)).toEqual([]);
      expect(await numbers(9, 100)).toEqual([]);
      expect(await numbers(0, 0)).toEqual([]);
    });

    test.each(['Čeština, 水位, 🌊', '"quotes" \\ and \n lines', '\u0000 and \u2028', 'half a \ud83c', "Robert'); --"])(
      '[J11] what is read is what was acknowledged: %j',
      async (words) => {
        const [written] = await journal.append(flood, [{ ...draftOf(words), by: 'Jana Nováková 🌊' }], 0);
        expect(await journal.read(flood, 0, 1)).toEqual([written]);
        expect(await wordsIn(journal)).toEqual([words]);
      },
    );

    test('[J12] what was acknowledged is there after reopening, and numbers go on', async () => {
      await given('one', 'two');
      journal = await store.reopen();
      await given('three');
      expect(await wordsIn(journal)).toEqual(['one', 'two', 'three']);
    });

    test('[J13] another handle reads at once what was acknowledged', async () => {
      const other = await store.another();
      await given('one');
      expect(await wordsIn(other)).toEqual(['one']);
    });

    test('[J14] several handles append to one story without gaps, and nobody overwrites another', async () => {
      const handles = [journal, await store.another(), await store.another()];
      let refused = 0;
      await Promise.all(
        handles.map(async (handle, h) => {
          for (let i = 0; i < 20;) {
            const { number } = await handle.head(flood);
            try {
              await handle.append(flood, [draftOf(`${h} ${i}`)], number);
              i++;
            } catch (error) {
              expect(error).toMatchObject({ code: 'journal-moved-on' });
              refused++;
            }
          }
        }),
      );
      const words = await wordsIn(journal);
      expect(words).toHaveLength(60);
      for (const h of handles.keys()) {
        expect(words.filter((text) => text.startsWith(`${h} `))).toEqual(
          Array.from({ length: 20 }, (_, i) => `${h} ${i}`),
        );
      }
      expect(refused).toBeGreaterThan(0);
    });

    test('[J15] a follower is told to look after an append of this handle and of another', async () => {
      const other = await store.another();
      const seen: number[] = [];
      journal.follow(() => void journal.head(flood).then(({ number }) => seen.push(number)));
      await given('one');
      await vi.waitFor(() => expect(seen).toContain(1), 3000);
      await other.append(flood, [draftOf('two')], 1);
      await vi.waitFor(() => expect(seen).toContain(2), 3000);
    });

    test('[J16] a follower that has ended is not called, and others still are', async () => {
      const ended = vi.fn<() => void>();
      const going = vi.fn<() => void>();
      const end = journal.follow(ended);
      journal.follow(going);
      end();
      await given('one');
      await vi.waitFor(() => expect(going).toHaveBeenCalled(), 3000);
      expect(ended).not.toHaveBeenCalled();
    });

    test('[J17] closing writes what waits; afterwards nothing is taken any more', async () => {
      const waiting = journal.append(flood, [draftOf('one')], 0);
      await journal.close();
      expect(await waiting).toHaveLength(1);
      const late = { code: 'store-failed' };
      await expect(journal.append(flood, [draftOf('two')], 1)).rejects.toMatchObject(late);
      await expect(journal.head(flood)).rejects.toMatchObject(late);
      await journal.close();
      journal = await store.reopen();
      expect(await wordsIn(journal)).toEqual(['one']);
    });

    const removing = (what: `post-${number}`[], revisions: number[]): Removal => ({
      what,
      ground: 'privacy',
      revisions,
    });
    const textIn = async (from: Journal, story = flood) => JSON.stringify(await from.read(story, 0, 1000));

    test('[J28] taking down writes its revision and blanks what the revisions named hold of a thing, and nothing else', async () => {
      await journal.append(flood, [twoPosts('her address', 'the river rises')], 0);
      await journal.append(flood, [draftOf('her address, corrected')], 1);
      const written = await journal.read(flood, 0, 10);
      const other = await store.another();
      const removed = await journal.remove(flood, takingDown(['post-1'], 'act-1'), 2, removing(['post-1'], [1, 2]));

      expect(removed).toMatchObject({ ...takingDown(['post-1'], 'act-1'), story: flood, number: 3 });
      const here = async (from: Journal) => {
        expect(await textIn(from)).not.toContain('her address');
        const [first, second, third] = await from.read(flood, 0, 10);
        const tombstone = { revision: 3, at: removed.at, ground: 'privacy' };
        expect(first!.events[0]).toMatchObject({ post: 'post-1', headline: null, body: [], removed: tombstone });
        expect(first!.events[1]).toEqual(written[0]!.events[1]);
        expect(second!.events[0]).toMatchObject({ post: 'post-1', body: [], removed: tombstone });
        expect(second!.events[1]).toEqual(written[1]!.events[1]);
        expect(third).toEqual(removed);
      };
      await here(journal);
      await here(other);
      await here(await store.reopen());
    });

    test('[J29] the chain verifies with the hashes it had: of what is gone its hash stays, and its salt goes', async () => {
      await journal.append(flood, [twoPosts('her address', 'his address')], 0);
      const [written] = await journal.read(flood, 0, 1);
      await journal.remove(flood, takingDown(['post-1']), 1, removing(['post-1'], [1]));
      await wordsIn(journal);
      await journal.remove(flood, takingDown(['post-2']), 2, removing(['post-2'], [1]));
      expect(await wordsIn(journal)).toHaveLength(3);

      const [blanked] = await journal.read(flood, 0, 1);
      const hashes = written!.events.map((event, i) => bodyHash(event, written!.salts[i]!));
      expect(blanked).toMatchObject({ hash: written!.hash, blanked: { 0: hashes[0], 1: hashes[1] }, salts: ['', ''] });
      expect(blanked!.events).toMatchObject([{ removed: { revision: 2 } }, { removed: { revision: 3 } }]);
    });

    test('[J30] what an append would be refused for, taking down is, and then nothing is blanked', async () => {
      await journal.append(flood, [draftOf('her address', 'act-1')], 0);
      const all = removing(['post-1'], [1]);
      const late = journal.remove(flood, takingDown(['post-1']), 0, all);
      await expect(late).rejects.toMatchObject({ code: 'journal-moved-on' });
      const twice = journal.remove(flood, takingDown(['post-1'], 'act-1'), 1, all);
      await expect(twice).rejects.toMatchObject({ code: 'act-done' });
      expect(await wordsIn(journal)).toEqual(['her address']);
    });

    test('[J31] taking down together with appends blanks what came before it, in its own story', async () => {
      await journal.append('harbour-fire', [draftOf('her address')], 0);
      const answers = await Promise.allSettled([
        journal.append(flood, [draftOf('her address')], 0),
        journal.remove(flood, takingDown(['post-1']), 1, removing(['post-1'], [1])),
        journal.append(flood, [draftOf('the river falls')], 2),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
      expect(await wordsIn(journal)).toEqual(['', '', 'the river falls']);
      expect(await wordsIn(journal, 'harbour-fire')).toEqual(['her address']);
    });
  });
}
