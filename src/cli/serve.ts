import { fileURLToPath } from 'node:url';
import { signInAddress, storyAddress } from '../page/addresses.ts';
import { buildServer, type Server } from '../server/app.ts';
import { readAssets } from '../server/assets.ts';
import type { DeskStore } from '../server/desk-port.ts';
import { citedReports, takeIn } from '../server/intake.ts';
import type { SecondReader } from '../reading/second-reader.ts';
import { ModelReader } from '../server/model-reader.ts';
import { editorName } from '../server/sign-in.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import { loadExamples } from './examples.ts';
import { openSnapshots, openStores } from './stores.ts';
import { readWords, type CliCommand } from './usage.ts';

/** The options of every command that starts the server. */
export const serveOptions = {
  port: { type: 'string', default: '4600' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string', default: 'data' },
  'log-level': { type: 'string', default: 'warn' },
  'public-address': { type: 'string' },
  streams: { type: 'string' },
  'streams-per-address': { type: 'string' },
  'share-port': { type: 'boolean', default: false },
  examples: { type: 'boolean', default: false },
  'reader-address': { type: 'string' },
  'reader-model': { type: 'string' },
  editor: { type: 'string', default: 'Editor' },
} as const;

/** The address of a server that is started without options. */
export const standardBase = `http://${serveOptions.host.default}:${serveOptions.port.default}`;

/** A server that answers. */
export interface Running extends Server {
  desk: DeskStore;
  /** The address it answers at, without a slash at its end. */
  base: string;
}

/** The moment now. */
export const now = (): Moment => Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });

/** What the options of a command that starts the server hold. */
export interface ServeValues {
  port: string;
  host: string;
  data: string;
  'log-level': string;
  'public-address'?: string | undefined;
  streams?: string | undefined;
  'streams-per-address'?: string | undefined;
  'share-port': boolean;
  examples: boolean;
  'reader-address'?: string | undefined;
  'reader-model'?: string | undefined;
  editor: string;
}

const levels = new Set(['fatal', 'error', 'warn', 'info', 'debug', 'trace']);

/** Starts the server as the options say. Throws a refusal where an option is unfit, and what opening the stores throws. */
export async function start(values: ServeValues): Promise<Running> {
  const { host, data, 'log-level': level, 'public-address': given } = values;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Refusal('port-unfit', { port: values.port });
  if (!levels.has(level)) throw new Refusal('log-level-unfit', { level });
  editorName(values.editor);
  const publicAddress = given === undefined ? undefined : originOf(given);
  const assets = readAssets(fileURLToPath(new URL('../../dist', import.meta.url)));
  const { journal, desk } = await openStores(data);
  const server = await buildServer({
    journal,
    snapshots: openSnapshots(data),
    desk,
    assets,
    now,
    log: { level },
    streamLimits: {
      total: limitOf('streams', values.streams) ?? descriptors() - keptDescriptors,
      perAddress: limitOf('streams-per-address', values['streams-per-address']) ?? Infinity,
    },
    ...(publicAddress && { publicAddress }),
    ...readerOf(values),
  });
  const close = async () => {
    await server.app.close();
    await journal.close();
    await desk.close();
  };
  try {
    if (values.examples) await loadExamplesInto(server, desk);
    const listening = { port, host, backlog, reusePort: values['share-port'] };
    const base = openable(await server.app.listen(listening), host);
    // A signal may come twice, to the whole group and from npm: the second must not cut the closing short.
    let closing: Promise<void> | null = null;
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => void (closing ??= close().then(() => process.exit(0))));
    return { ...server, desk, base: publicAddress ?? base };
  } catch (reason) {
    await close();
    const { code, message } = reason as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new Refusal('port-taken', { port });
    if (['ENOTFOUND', 'EADDRNOTAVAIL', 'EACCES', 'EAI_AGAIN', 'EINVAL'].includes(code ?? '')) {
      throw new Refusal('address-unfit', { host, port, what: message });
    }
    throw reason;
  }
}

const loopback: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/** The address to open a server at that answers at `address`; one that answers at all addresses of the machine is opened at its own. */
export function openable(address: string, host: string): string {
  // Without a network interface there is no address to name in place of all.
  return address.replace(/\/\/.*(?=:\d+$)/, (given) => (loopback[host] === undefined ? given : `//${loopback[host]}`));
}

/** The second reader that the options name, if they name one; its key comes from the environment, where no list of processes shows it. */
function readerOf({ 'reader-address': address, 'reader-model': model }: ServeValues): { reader?: SecondReader } {
  if (address === undefined || model === undefined) return {};
  return { reader: new ModelReader({ address, model, key: process.env['STET_READER_KEY'] ?? null }) };
}

/** How many connections may wait to be accepted; the system may take less. */
const backlog = 4096;

/** How many descriptors stay for everything but streams. */
const keptDescriptors = 200;

/** How many descriptors this process may have open. */
function descriptors(): number {
  const report = process.report as { excludeNetwork?: boolean; getReport(): object };
  report.excludeNetwork = true;
  const { userLimits } = report.getReport() as { userLimits?: { open_files: { soft: string } } };
  const limit = Number(userLimits?.open_files.soft);
  return Number.isNaN(limit) ? Infinity : limit;
}

function limitOf(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new Refusal('limit-unfit', { option, given });
  return Number(given);
}

function originOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') {
    throw new Refusal('public-address-unfit', { address });
  }
  return url.origin;
}

/** The command that makes a one-time link to a server, by the folder of its files and its address, for another editor. */
export function linkCommand(data: string, base: string): string {
  const folder = data === serveOptions.data.default ? [] : ['--data', /[^\w./-]/.test(data) ? `"${data}"` : data];
  return ['npx stet link NAME', ...folder, ...(base === standardBase ? [] : ['--base', base])].join(' ');
}

/** Prints where to go, with a new one-time link that opens the desk for a first editor. */
export async function announce(
  { base, stories, signIn }: Running,
  { editor: first, data }: Pick<ServeValues, 'editor' | 'data'>,
): Promise<void> {
  const { token, editor } = await signIn.invite(first);
  const list = stories.list();
  const lines = [
    `Stet is running at ${base}`,
    '',
    'Pages:',
    ...(list.length === 0 ? ['  none yet: open a story at the desk'] : []),
    ...list.map(({ name, record }) => `  ${base}${storyAddress(name)}   ${record.title}`),
    '',
    `Desk (the link signs ${editor} in, once, within a day):`,
    `  ${base}${signInAddress(token)}`,
    `For another editor: ${linkCommand(data, base)}`,
    '',
    'Ctrl+C stops it.',
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

async function loadExamplesInto({ stories }: Server, desk: DeskStore): Promise<void> {
  await loadExamples(fileURLToPath(new URL('../../examples', import.meta.url)), {
    takeIn: (report) => takeIn(desk, report, now()),
    publish: async (story, by, at, command) => {
      const reports = await citedReports(desk, command);
      return (await stories.publish(story, { command, by, at, act: null, reports })).number;
    },
    has: async (story) => stories.has(story),
  });
}

/** Runs the server until it is told to stop. */
export const serve: CliCommand = {
  takes:
    '[--port N] [--host H] [--data FOLDER] [--streams N] [--share-port] [--examples] [--editor NAME] [--log-level L]',
  does: 'Runs the server: readers’ pages, the desk and the live streams.',
  more: `  --port N        the port to answer at (4600); 0 takes any that is free
  --host H        the address to answer at (127.0.0.1: this machine only)
  --data FOLDER   where the journal and the desk's files are kept (data)
  --public-address A
                  the address that readers use where a proxy stands in front, for instance https://live.example
  --streams N     how many streams may be open at once (as many as the system's limit of open files allows)
  --streams-per-address N
                  how many of them to one address (any number); behind a proxy all readers have the proxy's
  --share-port    lets several servers of one folder answer at the same port, each to its share of the readers
  --examples      loads the two example stories, where they are not there yet
  --reader-address A, --reader-model M
                  a language model that reads reports too, behind an address such as http://127.0.0.1:8080/v1 that
                  speaks as OpenAI's does; off by default. STET_READER_KEY is sent with it, where it is set. What it
                  suggests is marked as its own, and nothing until an editor takes it
  --editor NAME   the editor whom the printed link signs in, and with whose name publications are signed (Editor)
  --log-level L   what is logged as JSON lines: fatal, error, warn, info, debug (warn)
`,
  async run(words) {
    const { values } = readWords(words, serveOptions, [0, 0]);
    await announce(await start(values), values);
    return 0;
  },
};
