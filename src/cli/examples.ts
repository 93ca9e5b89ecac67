import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import { Command, type CommandOf } from '../record/command.ts';
import { excerptAt } from '../terms/excerpt.ts';
import type { StoryId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';

/** What loading the examples asks of a server. */
export interface Newsroom {
  /** Takes a report in; the SHA-256 of its clean text (`text`) and the clean text itself (`words`) come back. */
  takeIn(report: {
    bytes: Uint8Array;
    contentType: string;
    fileName: string;
    origin: string | null;
    by: string;
  }): Promise<{ text: string; words: string }>;
  /** Publishes one command at a moment; resolves to the revision's number. */
  publish(story: StoryId, by: string, at: string, command: Command): Promise<number>;
  /** Whether a story has been opened. */
  has(story: StoryId): Promise<boolean>;
}

/** A report of an example, as the newsroom took it in. */
type TakenIn = Awaited<ReturnType<Newsroom['takeIn']>>;

const storyFile = 'story.json';
const reportsFolder = 'reports';

/** An excerpt as a step writes it: the report by its file's name, and `after` where the words stand there several times. */
const Selection = z.strictObject({ report: z.string(), exact: z.string().min(1), after: z.string().min(1).optional() });

/** A statement as a step writes it, as far as its excerpt goes. */
const Written = z.looseObject({ excerpt: Selection.nullable() });

const Step = z.strictObject({ at: z.string(), by: z.string().min(1), command: z.looseObject({ kind: z.string() }) });

const Example = z.strictObject({ story: z.string(), steps: z.array(Step).min(1) });

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Loads every example of a folder whose story has not been opened; resolves to the names of those it loaded.
 *
 * An example is a folder with a `story.json` and its `reports`; `examples/README.md` says what stands in them. Each is
 * read and checked as a whole before the first of its steps is published. Throws `Error` with the file, the step and
 * the refusal's words.
 */
export async function loadExamples(folder: string, newsroom: Newsroom): Promise<StoryId[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const loaded: StoryId[] = [];
  for (const { name } of entries
    .filter((entry) => entry.isDirectory())
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const story = await loadExample(folder, name, newsroom);
    if (story !== null) loaded.push(story);
  }
  return loaded;
}

async function loadExample(folder: string, name: string, newsroom: Newsroom): Promise<StoryId | null> {
  const file = join(folder, name, storyFile);
  const { story, steps } = await saying(file, async () => Example.parse(JSON.parse(await readFile(file, 'utf8'))));
  if (await newsroom.has(story)) return null;
  const reports = await takeReportsIn(folder, name, steps[0]!.by, newsroom);
  const place = (i: number) => `${file}, step ${i + 1}`;
  const commands: Command[] = [];
  for (const [i, { command }] of steps.entries()) {
    // Each step is one revision, so that the revision before step i has the number i.
    commands.push(await saying(place(i), () => complete(command, i, reports)));
  }
  for (const [i, { by, at }] of steps.entries()) {
    await saying(place(i), () => newsroom.publish(story, by, at, commands[i]!));
  }
  return story;
}

/** Takes in the reports of an example, by the names of their files without the ending. */
async function takeReportsIn(
  folder: string,
  name: string,
  by: string,
  newsroom: Newsroom,
): Promise<Map<string, TakenIn>> {
  const reports = new Map<string, TakenIn>();
  for (const fileName of (await readdir(join(folder, name, reportsFolder))).toSorted()) {
    const ending = extname(fileName);
    const contentType = contentTypes[ending];
    if (contentType === undefined) continue;
    const file = join(folder, name, reportsFolder, fileName);
    const bytes = await readFile(file);
    const origin = [basename(folder), name, reportsFolder, fileName].join('/');
    const report = { bytes, contentType, fileName, origin, by };
    reports.set(basename(fileName, ending), await saying(file, () => newsroom.takeIn(report)));
  }
  return reports;
}

/** The command that a step means: `seen` filled in where it was left out, selections made into excerpts. */
function complete(written: z.infer<typeof Step>['command'], seen: number, reports: Map<string, TakenIn>): Command {
  const asksSeen = Command.options.some((option) => option.shape.kind.value === written.kind && 'seen' in option.shape);
  const command = asksSeen ? { seen, ...written } : written;
  const excerpted = (statement: z.infer<typeof Written>) => ({
    ...statement,
    excerpt: statement.excerpt && select(statement.excerpt, reports),
  });
  if (command.kind === 'correct-statement') {
    const { right } = z.looseObject({ right: Written }).parse(command);
    return Command.parse({ ...command, right: excerpted(right) });
  }
  if (command.kind !== 'publish') return Command.parse(command);
  const { statements } = z.looseObject({ statements: z.array(Written) }).parse(command);
  return Command.parse({ ...command, statements: statements.map(excerpted) });
}

/** The excerpt that a selection means. Throws `report-unknown`, `excerpt-not-found` and `excerpt-ambiguous`. */
function select(
  { report: name, exact, after }: z.infer<typeof Selection>,
  reports: Map<string, TakenIn>,
): NonNullable<CommandOf<'publish'>['statements'][number]['excerpt']> {
  const report = reports.get(name);
  if (report === undefined) throw new Refusal('report-unknown', { report: name });
  const from = after === undefined ? 0 : onlyPlace(report.words, after) + after.length;
  const start = after === undefined ? onlyPlace(report.words, exact) : report.words.indexOf(exact, from);
  if (start < 0) throw new Refusal('excerpt-not-found', { exact });
  return { report: report.text, ...excerptAt(report.words, start, start + exact.length) };
}

/** Where words stand in a text that holds them exactly once. */
function onlyPlace(text: string, exact: string): number {
  const place = text.indexOf(exact);
  if (place < 0) throw new Refusal('excerpt-not-found', { exact });
  if (text.includes(exact, place + 1)) throw new Refusal('excerpt-ambiguous', { exact });
  return place;
}

/** Does something; what goes wrong in it is said with the place it went wrong at. */
async function saying<Made>(place: string, make: () => Made | Promise<Made>): Promise<Made> {
  try {
    return await make();
  } catch (error) {
    throw new Error(`${place}: ${wordsOf(error)}`, { cause: error });
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return `${error.message} ${error.why} ${error.next}`;
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}
