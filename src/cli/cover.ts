import { takeIn } from '../server/intake.ts';
import { editorName, SignIn } from '../server/sign-in.ts';
import { Refusal } from '../terms/refusal.ts';
import { signInAddress } from '../page/addresses.ts';
import { readReport } from './read-report.ts';
import { announce, now, openable, serveOptions, start } from './serve.ts';
import { openStores } from './stores.ts';
import { readWords, type CliCommand } from './usage.ts';

/** Takes a report in and opens the desk on it: on the server that runs already, or on one that it starts. */
export const cover: CliCommand = {
  takes:
    'FILE|URL [--story NAME] [--port N] [--host H] [--data FOLDER] [--examples] [--editor NAME] [--log-level L] [--json]',
  does: 'Takes a report in and opens the desk on it.',
  more: `  --story NAME    the story on which the desk opens, as in its address; without it the desk asks
  --json          prints what was taken in, and the link to it, as one JSON line
  The other options are those of stet serve. Where a server answers at the port already, its desk is used.
`,
  async run(words) {
    const { values, positionals } = readWords(
      words,
      { ...serveOptions, story: { type: 'string' }, json: { type: 'boolean', default: false } },
      [1, 1],
    );
    editorName(values.editor);
    const incoming = await readReport(positionals[0]!);
    const { story } = values;
    const { journal, desk } = await openStores(values.data);
    // The examples are loaded when the server starts.
    const known = story === undefined || values.examples || (await journal.stories()).includes(story);
    if (!known) throw new Refusal('story-unknown', { story });
    const report = await takeIn(desk, { ...incoming, by: 'stet cover' }, now());
    const { token } = await new SignIn(desk, now).invite(values.editor);
    await journal.close();
    await desk.close();

    const running = await start(values).catch((reason: unknown) => {
      if (reason instanceof Refusal && reason.code === 'port-taken') return null;
      throw reason;
    });
    const base = running?.base ?? openable(`http://${values.host}:${values.port}`, values.host);
    const link = base + signInAddress(token, { ...(story !== undefined && { story }), report: report.text });
    const { suggestions } = JSON.parse(report.reading) as { suggestions: unknown[] };
    if (values.json) {
      const { text, bytesHash, origin } = report;
      process.stdout.write(
        `${JSON.stringify({ report: text, bytes: bytesHash, origin, suggestions: suggestions.length, link })}\n`,
      );
      return 0;
    }
    process.stdout.write(
      `Taken in: ${positionals[0]}, ${report.words.length} characters, ${suggestions.length} suggestions.\n`,
    );
    process.stdout.write(`The desk opens on it with this one-time link:\n  ${link}\n\n`);
    if (running !== null) await announce(running, values);
    return 0;
  },
};
