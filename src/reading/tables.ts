import { figureOfCell } from './cell-figures.ts';
import type { Candidate } from './gate.ts';
import type { Note, Span, TextBlock } from './reading.ts';

/** A cell of a table: its words, with their place. */
interface Cell extends Span {
  words: string;
}

/** A row of a table: its cells by their columns. */
type Row = Map<number, Cell>;

/** So many figures of tables are suggested: an editor reads no more, and the table itself stands in the text. */
const most = 100;

/** Columns and rows whose numbers count nothing. */
const uncounted =
  /^(?:#|no\.?|nr\.?|n°|rank|ranking|position|id|code|year|date|day|time|phone|telephone|tel\.?|fax|contact|zip|postcode|version|number)(?:$|\W)/i;
/** What heads a column of places. */
const ofPlaces =
  /^(?:place|location|country|countries|state|province|region|district|department|county|governorate|oblast|municipality|city|cities|town|towns|village|area|island|site)s?$/i;

/** Rows of no one place. */
const sums = /^(?:(?:grand |sub-?)?totals?|sum|all|overall|others?|unknown|average|mean|median|nationwide)\b/i;

/**
 * The figures of a report's tables: numbers that stand alone in a cell, counted by the heading of their column and of their row.
 *
 * Where nobody says what is counted there is none. Of more than some, a note says how many were left out.
 */
export function tableFigures(text: string, blocks: readonly TextBlock[]): { candidates: Candidate[]; notes: Note[] } {
  const found = tablesIn(text, blocks).flatMap((rows) => figuresIn(text, rows));
  const message = `Of its tables only the first ${most} figures are suggested, ${found.length - most} are not.`;
  return {
    candidates: found.slice(0, most),
    notes: found.length > most ? [{ code: 'table-limited', message }] : [],
  };
}

/** Rows of cells: those of pages by where they stand, lines with bars by their bars, “name: value” as two cells. */
function tablesIn(text: string, blocks: readonly TextBlock[]): Row[][] {
  const tables: Row[][] = [];
  const ofPage = new Map<number, Row[]>();
  let barred: Row[] | null = null;
  for (const block of blocks) {
    const line = block.kind === 'cell' && !block.cell ? rowOf(text, block) : null;
    if (line === null) barred = null;
    else if (line.size === 2 && !text.slice(block.start, block.end).includes('|')) tables.push([line]);
    else if (barred !== null) barred.push(line);
    else tables.push((barred = [line]));
    if (block.kind !== 'cell' || !block.cell) continue;
    const { table, row, column } = block.cell;
    // Where several pages stand in one report, each counts its tables anew.
    const known = ofPage.get(table);
    const rows = known !== undefined && row >= known.length - 1 ? known : [];
    if (rows !== known) tables.push(rows);
    ofPage.set(table, rows);
    const cells = (rows[row] ??= new Map<number, Cell>());
    const start = cells.get(column)?.start ?? block.start;
    cells.set(column, { start, end: block.end, words: text.slice(start, block.end) });
  }
  return tables.map((rows) => rows.filter((row) => row !== undefined));
}

/** The cells of a line: between bars, or before and behind a colon; `null` where it has neither. */
function rowOf(text: string, { start, end }: Span): Row | null {
  const line = text.slice(start, end);
  if (/^[|\s:-]*$/.test(line)) return new Map();
  const named = line.includes('|') ? null : /^[^:]{2,60}(?=: )/.exec(line)?.[0];
  if (named === undefined) return null;
  const row: Row = new Map();
  const add = (from: number, to: number): void => {
    const words = text.slice(from, to).trim();
    const at = from + text.slice(from, to).search(/\S|$/);
    if (words !== '') row.set(row.size + blanks, { start: at, end: at + words.length, words });
    else blanks++;
  };
  let blanks = 0;
  if (named !== null) {
    add(start, start + named.length);
    add(start + named.length + 2, end);
    return row;
  }
  let from = line.startsWith('|') ? 1 : 0;
  for (let bar = line.indexOf('|', from); bar >= 0; bar = line.indexOf('|', from)) {
    add(start + from, start + bar);
    from = bar + 1;
  }
  if (from < line.length) add(start + from, end);
  return row;
}

const isNumber = (text: string, cell: Cell): boolean => figureOfCell(text, cell) !== null;

/** The figures of a table: below a row of headings, or of two columns beside their names. */
function figuresIn(text: string, rows: readonly Row[]): Candidate[] {
  const filled = rows.filter((row) => row.size > 0);
  const [head, ...rest] = filled;
  if (head === undefined) return [];
  if (filled.every((row) => row.size === 2)) {
    const isKeyed = [...head.values()].some((cell) => /\d/.test(cell.words));
    if (isKeyed) return filled.flatMap((row) => keyed(text, [...row.values()]));
  }
  if ([...head.values()].some((cell) => isNumber(text, cell))) return [];
  return rest.flatMap((row) => {
    const name = row.get(0);
    if (name === undefined || isNumber(text, name) || uncounted.test(name.words)) return [];
    return [...row].flatMap(([column, cell]) => {
      const heading = head.get(column)?.words;
      if (column === 0 || heading === undefined || uncounted.test(heading)) return [];
      const isPlace = ofPlaces.test(head.get(0)?.words ?? '') && !sums.test(name.words);
      return candidateOf(text, name, cell, isPlace ? heading : `${heading}, ${name.words}`, isPlace ? name : null);
    });
  });
}

const keyed = (text: string, [name, cell]: Cell[]): Candidate[] =>
  name === undefined || cell === undefined || isNumber(text, name) || uncounted.test(name.words)
    ? []
    : candidateOf(text, name, cell, name.words, null);

function candidateOf(text: string, name: Cell, cell: Cell, what: string, where: Cell | null): Candidate[] {
  const figure = figureOfCell(text, cell);
  if (figure === null || what.length > 200) return [];
  return [
    {
      sort: 'figure',
      start: name.start,
      end: cell.end,
      wider: null,
      speaker: null,
      mode: 'reports',
      channel: null,
      figure: { ...figure, what, where, period: null },
    },
  ];
}
