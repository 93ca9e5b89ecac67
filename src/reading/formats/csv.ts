import Papa from 'papaparse';
import { oneLine } from '../characters.ts';
import type { Piece } from '../plain.ts';
import { untold, type Formatted } from './formatted.ts';

/** So many rows of a table are read. */
const most = 5000;

/** Reads values apart by commas, semicolons or tabs: each row is a line of text, its values apart by a bar. */
export function readCsv(text: string): Formatted {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', preview: most + 1 });
  const pieces = data.slice(0, most).map((row): Piece => ({ kind: 'cell', text: row.map(oneLine).join(' | ') }));
  const notes =
    data.length > most
      ? [{ code: 'rows-limited', message: `The table is very long; only its first ${most} rows were read.` }]
      : [];
  return { ...untold(pieces), notes };
}
