import { read as readBytes } from '../reading/read.ts';
import { readGazetteer } from '../server/gazetteer.ts';
import { readReport } from './read-report.ts';
import { readWords, type CliCommand } from './usage.ts';

/** Prints what reading finds in a report. */
export const read: CliCommand = {
  takes: 'FILE|URL [--json]',
  does: 'Prints what reading finds in a report: its clean text and its suggestions.',
  more: `  --json          prints the whole reading as JSON; without it, a line for each suggestion
`,
  async run(words) {
    const { values, positionals } = readWords(words, { json: { type: 'boolean', default: false } }, [1, 1]);
    const { bytes, contentType, fileName } = await readReport(positionals[0]!);
    const reading = readBytes(bytes, { contentType, fileName }, readGazetteer());
    if (values.json) {
      process.stdout.write(`${JSON.stringify(reading, null, 2)}\n`);
      return 0;
    }
    const line = ({ number, sort, speaker, excerpt, figure }: (typeof reading.suggestions)[number]) =>
      `${number}\t${sort}\t${speaker?.name ?? 'nobody named'}\t${figure ? figure.words : excerpt.exact.replace(/\s+/g, ' ')}\n`;
    process.stdout.write(reading.suggestions.map(line).join(''));
    const { places, states } = reading;
    process.stdout.write(
      states
        .map(({ value, cue, speaker }) => `${value.kind}\t${cue.words}\t${speaker?.name ?? 'nobody named'}\n`)
        .join(''),
    );
    const named = places.filter(({ sort }) => sort === 'place');
    const where = named.map(
      ({ words, name, country, latitude, longitude, sure }) =>
        `place\t${words}\t${name}, ${country ?? 'no one country'} (${latitude}, ${longitude})${sure ? '' : ', not sure'}\n`,
    );
    process.stdout.write([...new Set(where)].join(''));
    process.stderr.write(reading.notes.map(({ message }) => `note: ${message}\n`).join(''));
    return 0;
  },
};
