import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Journal } from '../src/journal/port.ts';
import type { Command } from '../src/record/command.ts';
import type { SecondReader } from '../src/reading/second-reader.ts';
import { buildServer, type Server } from '../src/server/app.ts';
import type { Assets } from '../src/server/assets.ts';
import type { DeskStore } from '../src/server/desk-port.ts';
import type { FetchLimits } from '../src/server/fetch-report.ts';
import type { StreamLimits } from '../src/server/streams.ts';
import { openSqliteDesk } from '../src/store/sqlite-desk.ts';
import { openSqliteJournal } from '../src/store/sqlite-journal.ts';
import { SqliteSnapshots } from '../src/store/sqlite-snapshots.ts';

/** What the desk is answered: a revision's number, or a problem. */
export interface Answered {
  revision: number;
  code: string;
  detail: string;
}

/** A whole server on real stores in a folder of its own, and an editor who is signed in. */
export interface Newsroom extends Server {
  journal: Journal;
  desk: DeskStore;
  data: string;
  /** The session cookie of an editor, signed in as `Ana` unless named otherwise. */
  signedIn(editor?: string): Promise<string>;
  /** Sends a command as an editor's desk does; resolves to status and answer. */
  send(story: string, command: Command, by?: string, act?: string): Promise<{ status: number; body: Answered }>;
  /** Stops the server and leaves its folder. */
  stop(): Promise<void>;
  /** Stops the server and deletes its folder, where it is a temporary one. */
  close(): Promise<void>;
}

const emptyAssets: Assets = {
  page: { script: '/assets/page/none.js' },
  desk: { script: '/assets/desk/none.js', styles: [] },
  files: new Map(),
};

/** The moment now. */
export const now = () => Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });

/** Opens a server on a new folder, or on one that is there already. */
export async function openNewsroom(
  given: {
    data?: string;
    temporary?: boolean;
    assets?: Assets;
    now?: () => string;
    fetchLimits?: FetchLimits;
    reader?: SecondReader;
    streamLimits?: StreamLimits;
    warn?: (sentence: string) => void;
  } = {},
): Promise<Newsroom> {
  const data = given.data ?? mkdtempSync(join(tmpdir(), 'stet-'));
  const journal = await openSqliteJournal(join(data, 'journal.sqlite'));
  const desk = await openSqliteDesk(join(data, 'desk.sqlite'));
  const snapshots = new SqliteSnapshots(join(data, 'snapshots.sqlite'), given.warn ?? (() => {}));
  const server = await buildServer({
    journal,
    snapshots,
    desk,
    assets: given.assets ?? emptyAssets,
    now: given.now ?? now,
    ...(given.fetchLimits && { fetchLimits: given.fetchLimits }),
    ...(given.reader && { reader: given.reader }),
    ...(given.streamLimits && { streamLimits: given.streamLimits }),
  });
  const cookies = new Map<string, string>();

  const signedIn = async (editor = 'Ana') => {
    const cookie =
      cookies.get(editor) ?? `stet-desk=${await server.signIn.enter((await server.signIn.invite(editor)).token)}`;
    cookies.set(editor, cookie);
    return cookie;
  };
  const send: Newsroom['send'] = async (story, command, by = 'Ana', act = crypto.randomUUID()) => {
    const answer = await server.app.inject({
      method: 'POST',
      url: `/desk/api/stories/${story}/commands`,
      headers: { cookie: await signedIn(by) },
      payload: { act, command },
    });
    return { status: answer.statusCode, body: answer.json<Answered>() };
  };
  const stop = async () => {
    await server.app.close();
    await journal.close();
    await desk.close();
  };
  const close = async () => {
    await stop();
    if (given.data === undefined || given.temporary) rmSync(data, { recursive: true, force: true });
  };
  return { ...server, journal, desk, data, signedIn, send, stop, close };
}

/** The command that opens a story. */
export const openStory = (title = 'River flood'): Command => ({
  kind: 'open-story',
  title,
  summary: null,
  language: 'en',
  zone: 'Europe/Vienna',
});

/** The command that publishes a post of one paragraph. */
export const publishPost = (
  text: string,
  with_: Partial<{ key: boolean; pinned: boolean; headline: string | null }> = {},
): Command => ({
  kind: 'publish',
  post: {
    headline: with_.headline ?? null,
    body: [{ kind: 'paragraph', runs: [{ text }] }],
    language: 'en',
    key: with_.key ?? false,
    pinned: with_.pinned ?? false,
  },
  parties: [],
  subjects: [],
  statements: [],
});
