import { feedOf } from '../reading/formats/read-format.ts';
import { read as readBytes, type About } from '../reading/read.ts';
import type { Reading } from '../reading/reading.ts';
import { Refusal } from '../terms/refusal.ts';
import { readGazetteer } from '../server/gazetteer.ts';
import { readReport } from './read-report.ts';
import { readingSummary } from './reading-summary.ts';
import { readWords, type CliCommand } from './usage.ts';

/** Prints what reading finds in a report, or in each entry of a feed. */
export const read: CliCommand = {
  takes: 'FILE|URL [--published DATE] [--json]',
  does: 'Prints what reading finds in a report: what it says of itself, its holes, times, places, attributions and suggestions.',
  more: `  --published DATE  when it was published, where it does not say so itself, for instance 2024-03-05
  --json            prints the whole reading as JSON; of a feed, a list with the reading of each entry

A report is a page, plain text, Markdown, an e-mail (.eml), RSS, Atom or a JSON Feed, a ninjs item, a CAP alert or CSV.
`,
  async run(words) {
    const options = { json: { type: 'boolean', default: false }, published: { type: 'string' } } as const;
    const { values, positionals } = readWords(words, options, [1, 1]);
    const { published } = values;
    if (published !== undefined && !isDate(published)) throw new Refusal('when-unreadable', { date: published });
    const { bytes, contentType, fileName } = await readReport(positionals[0]!);
    const { readings, more } = readingsOf(bytes, { contentType, fileName, published });
    if (more > 0) process.stderr.write(`stet: ${more} more entries of the feed were not read.\n`);
    const [only] = readings;
    const whole = readings.length === 1 ? only : readings;
    process.stdout.write(
      values.json ? `${JSON.stringify(whole, null, 2)}\n` : readings.map(readingSummary).join('\n----\n\n'),
    );
    return 0;
  },
};

/** The reading of a report; of a feed, those of its entries, and how many more it has. */
function readingsOf(bytes: Uint8Array, about: About): { readings: Reading[]; more: number } {
  const { entries, more } = feedOf(bytes, about) ?? { entries: [], more: 0 };
  const gazetteer = readGazetteer();
  if (entries.length === 0) return { readings: [readBytes(bytes, about, gazetteer)], more };
  const readings = entries.map(({ alone }) => {
    const entry = alone();
    return readBytes(Buffer.from(entry), { ...about, contentType: typeOf(entry) }, gazetteer);
  });
  return { readings, more };
}

const typeOf = (entry: string): string => `application/${entry.startsWith('{') ? 'json' : 'xml'}; charset=utf-8`;

function isDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(text);
    return /^\d{4}-\d{2}-\d{2}/.test(text);
  } catch {
    return false;
  }
}
