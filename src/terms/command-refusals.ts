import { article, short, type Articles } from './refusal-article.ts';

/** Refusals of the command line. */
export const commandRefusals = {
  'port-taken': (wrong: { port: number }) =>
    article(
      'unavailable',
      `Port ${wrong.port} is in use.`,
      'Another server, or another Stet, answers there.',
      'Stop it, or start with --port and another number.',
    ),
  'address-unfit': (wrong: { host: string; port: number; what: string }) =>
    article(
      'unavailable',
      `The server cannot answer at ${short(wrong.host)}, port ${wrong.port}: ${short(wrong.what)}.`,
      'The host is not this machine, or the port needs more rights.',
      'Leave --host out for this machine only, or write 0.0.0.0 for every address of it.',
    ),
  'log-level-unfit': (wrong: { level: string }) =>
    article(
      'invalid',
      `“${short(wrong.level)}” is not a level of the log.`,
      'It is mistyped.',
      'Write fatal, error, warn, info, debug or trace.',
    ),
  'public-address-unfit': (wrong: { address: string }) =>
    article(
      'invalid',
      `“${short(wrong.address)}” is not an address for readers.`,
      'It has a path, or no http or https.',
      'Write for instance https://live.example.',
    ),
  'port-unfit': (wrong: { port: string }) =>
    article(
      'invalid',
      `“${short(wrong.port)}” is not a port.`,
      'Ports are whole numbers from 0 to 65535.',
      'Write for instance --port 8080.',
    ),
  'gazetteer-missing': (wrong: { file: string }) =>
    article(
      'unavailable',
      `There is no gazetteer at ${short(wrong.file)}, so that no report can be read for its places.`,
      'It has not been built yet.',
      'Run npm run build, or npm start, which builds it.',
    ),
  'assets-missing': (wrong: { folder: string }) =>
    article(
      'unavailable',
      `The browser’s files are not in ${short(wrong.folder)}.`,
      'They have not been built yet.',
      'Run npm run build, or npm start, which builds them.',
    ),
  'file-unreadable': (wrong: { file: string; what: string }) =>
    article(
      'unknown',
      `${short(wrong.file)} cannot be read: ${short(wrong.what)}.`,
      'The name is mistyped, or the file belongs to somebody else.',
      'Look where it is and who may read it.',
    ),
  'limit-unfit': (wrong: { option: string; given: string }) =>
    article(
      'invalid',
      `“${short(wrong.given)}” is no number for --${wrong.option}.`,
      'A limit is a whole number, at least 1.',
      `Give --${wrong.option} a number, or leave it out.`,
    ),
} satisfies Articles;
