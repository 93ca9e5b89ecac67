import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDraft, type Draft } from './draft.ts';
import { DraftKeeper } from './draft-keeper.ts';

/** A server that keeps drafts in memory, or cannot be reached. */
const server = { up: true, drafts: new Map<string, string>(), asked: [] as string[] };

interface Asked {
  method?: string;
  body?: string | null;
}

const answer = async (address: string, { method = 'GET', body }: Asked = {}) => {
  if (!server.up) throw new TypeError('no network');
  const [, id = ''] = address.split('/drafts/');
  server.asked.push(`${method} ${id}`.trim());
  if (method === 'PUT') server.drafts.set(id, (JSON.parse(body ?? '') as { contents: string }).contents);
  if (method === 'DELETE') server.drafts.delete(id);
  const list = [...server.drafts].map(([id, contents]) => ({ id, saved: '', contents }));
  return method === 'GET' ? Response.json(list) : new Response(null, { status: 204 });
};

/** A browser's storage; `full` refuses what is written. */
function storage(full = false): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => {
      if (full) throw new Error('full');
      kept.set(name, value);
    },
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  };
}

const written = (id: string, headline: string, changed = '2026-01-01T00:00:00.000Z'): Draft => ({
  ...emptyDraft(id, 'flood'),
  headline,
  changed,
});
const keeperOn = (browser: Storage, editor = 'Ana') => new DraftKeeper('flood', editor, browser);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', answer);
  Object.assign(server, { up: true, drafts: new Map(), asked: [] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('keeping a draft', () => {
  test('[E5] it is in this browser at once, and at the server within two seconds', async () => {
    const browser = storage();
    const keeper = keeperOn(browser);
    keeper.keep(written('a', 'Water'));
    keeper.keep(written('a', 'Water rises'));
    expect(browser.getItem('stet-draft/Ana/flood/a')).toContain('Water rises');
    expect(server.asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.asked).toEqual(['PUT a']);
    expect(server.drafts.get('a')).toContain('Water rises');
  });

  test('[E5] it says where it is kept, also where it is not', async () => {
    const said: string[] = [];
    const keeper = keeperOn(storage(true));
    keeper.onSaved = (where) => said.push(where);
    server.up = false;
    keeper.keep(written('a', 'Water'));
    await vi.advanceTimersByTimeAsync(2000);
    server.up = true;
    keeper.keep(written('a', 'Water'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(said).toEqual(['nowhere', 'nowhere', 'nowhere', 'server']);
  });

  test('[E5] it is sent at once when the page closes', async () => {
    const keeper = keeperOn(storage());
    keeper.keep(written('a', 'Water'));
    await keeper.flush();
    expect(server.drafts.get('a')).toContain('Water');
  });
});

describe('finding drafts again', () => {
  test('[E5] those of this browser come back without a server', async () => {
    const browser = storage();
    keeperOn(browser).keep(written('a', 'Water'));
    server.up = false;
    expect(await keeperOn(browser).find()).toEqual({ here: [written('a', 'Water')], elsewhere: [] });
  });

  test('[E5] of two copies the newer one comes back, newest first', async () => {
    const browser = storage();
    const keeper = keeperOn(browser);
    keeper.keep(written('a', 'old', '2026-01-01T00:00:01.000Z'));
    keeper.keep(written('b', 'mine', '2026-01-01T00:00:02.000Z'));
    server.drafts.set('a', JSON.stringify(written('a', 'newer', '2026-01-01T00:00:03.000Z')));
    server.drafts.set('c', JSON.stringify(written('c', 'on the phone')));
    server.drafts.set('d', 'something else');
    const found = await keeperOn(browser).find();
    expect(found.here.map(({ headline }) => headline)).toEqual(['newer', 'mine']);
    expect(found.elsewhere.map(({ headline }) => headline)).toEqual(['on the phone']);
  });

  test('[E5] another editor of this browser does not see them', async () => {
    const browser = storage();
    keeperOn(browser).keep(written('a', 'Water'));
    expect(await keeperOn(browser, 'Ben').find()).toEqual({ here: [], elsewhere: [] });
  });
});

describe('dropping a draft', () => {
  test('[E13] it is gone here and at the server, and what waited is not sent after it', async () => {
    const browser = storage();
    const keeper = keeperOn(browser);
    server.drafts.set('a', JSON.stringify(written('a', 'Water')));
    keeper.keep(written('a', 'Water rises'));
    keeper.drop('a');
    await vi.advanceTimersByTimeAsync(5000);
    expect(server.asked).toEqual(['DELETE a']);
    expect(browser).toHaveLength(0);
  });

  test('[E13] it does not come back from a server that could not be told', async () => {
    const browser = storage();
    const keeper = keeperOn(browser);
    server.drafts.set('a', JSON.stringify(written('a', 'Water')));
    server.up = false;
    keeper.drop('a');
    await vi.advanceTimersByTimeAsync(0);
    server.up = true;
    expect(keeper.isGone('a')).toBe(true);
    expect(await keeperOn(browser).find()).toEqual({ here: [], elsewhere: [] });
    await vi.advanceTimersByTimeAsync(0);
    expect(server.drafts.size).toBe(0);
  });

  test('a draft written again while it is dropped stays', async () => {
    const browser = storage();
    const keeper = keeperOn(browser);
    keeper.drop('a');
    keeper.keep(written('a', 'again'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.asked).toEqual(['DELETE a', 'PUT a']);
    expect((await keeper.find()).here).toHaveLength(1);
  });
});
