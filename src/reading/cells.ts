import { isBox, type Box, type Stretch } from './boxes.ts';
import { attribute } from './dom.ts';
import type { CellPlace } from './reading.ts';

/** No cell spans more columns. */
const widest = 100;

/** A table that is being read: its rows by their boxes, with the column of each cell. */
interface Table {
  number: number;
  rows: Map<Box, { row: number; columns: Map<Box, number> }>;
  /** Whether a cell spans several rows: then nobody knows what stands below what. */
  spans: boolean;
}

/** Where in its table each stretch stands that stands in a cell; those of tables whose cells span rows are left out. */
export function cellPlaces(stretches: readonly Stretch[]): Map<Stretch, CellPlace> {
  const tables = new Map<Box, Table>();
  const found = new Map<Stretch, CellPlace & { of: Table }>();
  for (const stretch of stretches) {
    const cell = holderOf(stretch.box, 'td', 'th');
    const row = cell && holderOf(cell, 'tr');
    const box = row && holderOf(row, 'table');
    if (!cell || !row || !box) continue;
    const table = tables.get(box) ?? { number: tables.size, rows: new Map(), spans: false };
    tables.set(box, table);
    const known = table.rows.get(row) ?? { row: table.rows.size, columns: columnsOf(row) };
    table.rows.set(row, known);
    table.spans ||= Number(attribute(cell.element, 'rowspan') ?? 1) > 1;
    const column = known.columns.get(cell);
    if (column !== undefined) found.set(stretch, { table: table.number, row: known.row, column, of: table });
  }
  const sure = [...found].filter(([, { of }]) => !of.spans);
  return new Map(sure.map(([stretch, { table, row, column }]) => [stretch, { table, row, column }]));
}

function holderOf(box: Box, ...names: string[]): Box | null {
  for (let one: Box | null = box; one; one = one.parent) if (names.includes(one.element.tagName)) return one;
  return null;
}

function columnsOf(row: Box): Map<Box, number> {
  const columns = new Map<Box, number>();
  let column = 0;
  for (const cell of row.parts.filter(isBox)) {
    columns.set(cell, column);
    column += Math.min(widest, Math.max(1, Math.floor(Number(attribute(cell.element, 'colspan'))) || 1));
  }
  return columns;
}
