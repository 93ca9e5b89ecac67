/** What a folder under `src` may import, and why no more. */
export interface Direction {
  /** The folders it may import from, besides itself. */
  may: readonly string[];
  /** Why it may import from no other. */
  because: string;
  /** Folders that its tests may import from as well. */
  tests?: readonly string[];
  /** Why few or none may import from it; said instead of `because` when somebody else does. */
  kept?: string;
}

/** The direction of imports under `src`: the same table, with the same reasons, as in `ARCHITECTURE.md`. */
export const directions: Readonly<Record<string, Direction>> = {
  terms: {
    may: [],
    because: 'terms are the small words that everything shares, so they know nothing else',
  },
  journal: {
    may: ['terms'],
    because: 'the journal is what everything else is computed from, so it cannot know what is made of it',
  },
  record: {
    may: ['terms', 'journal'],
    because: 'the record is folded from the journal alone, so that the same journal always gives the same record',
  },
  reading: {
    may: ['terms', 'journal'],
    because:
      'a report is read by itself: what it is compared with is handed in, and only an editor puts it on the record',
  },
  views: {
    may: ['terms', 'journal', 'record'],
    because: 'a view is a plain value computed from the record, whoever shows it and however it travels',
  },
  page: {
    may: ['terms', 'journal', 'record', 'views', 'live'],
    because: 'the page is made of views alone, so that a reload, a poll and a stream end in the same page',
  },
  'page/script': {
    may: ['live'],
    because: 'the reader’s script stays a few kilobytes, so it holds only what follows the live page',
    kept: 'the reader’s script is bundled into a file of its own for the browser, and is seen by no other code',
  },
  live: {
    may: ['terms', 'journal'],
    because: 'segments and frames carry fragments by number and need not know what is in them',
  },
  store: {
    may: ['terms', 'journal'],
    because: 'a store keeps revisions and gives them back, and need not know what they mean',
    kept: 'a store is chosen in cli only, so that the server runs on any journal',
  },
  desk: {
    may: ['terms', 'journal', 'record', 'reading', 'views', 'page', 'live'],
    because: 'the desk runs in a browser, so it sees the pure folders only and reaches the server over HTTP',
    kept: 'the desk is an app for the browser and is seen by no other code',
  },
  server: {
    may: ['terms', 'journal', 'record', 'reading', 'views', 'page', 'live'],
    because: 'the server turns requests into responses with what it is handed',
    tests: ['store'],
    kept: 'only cli starts a server, so that everything else runs without one',
  },
  cli: {
    may: ['terms', 'journal', 'record', 'reading', 'views', 'page', 'live', 'store', 'server'],
    because: 'cli puts the pieces together, apart from the desk, which the server serves as built files',
    kept: 'cli puts the pieces together, so no piece may know it',
  },
};

/** Folders beside `src` that tests may import from: what they are tried on stands there. */
export const besideTests: readonly string[] = ['test', 'examples'];
