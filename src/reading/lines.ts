import type { Article } from './article.ts';
import { isBox, type Box, type Stretch } from './boxes.ts';
import { cellPlaces } from './cells.ts';
import { tidy } from './characters.ts';
import type { Role } from './names.ts';
import type { Piece } from './plain.ts';
import { textOf } from './node-text.ts';
import { asking, bareAddress, button, by, credit, isDated, label, labelled, numbered, signed } from './wording.ts';

/** A stretch of a page with its text; `role` is what the names around it say. */
export interface Line extends Piece {
  stretch: Stretch;
  role: Role | null;
}

/** Longer lines than this are looked at for what they are, not for what they say. */
const short = 600;

/** The stretches of a page in their order, without what stands aside; `inside` are those of the article. */
function stretchesIn(top: Box, { box, isAside }: Article): { stretch: Stretch; role: Role | null; inside: boolean }[] {
  const found: { stretch: Stretch; role: Role | null; inside: boolean }[] = [];
  const stack: { part: Box | Stretch; role: Role | null; inside: boolean }[] = [
    { part: top, role: null, inside: false },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { part } = next;
    let { role, inside } = next;
    if (!isBox(part)) {
      role ??= part.role;
      if (role !== 'outside') found.push({ stretch: part, role, inside });
      continue;
    }
    if (part === box) inside = true;
    else if (part !== top && isAside(part)) {
      if (part.role === 'outside') continue;
      role ??= part.role;
    }
    for (let i = part.parts.length - 1; i >= 0; i--) stack.push({ part: part.parts[i]!, role, inside });
  }
  return found;
}

/** The lines of an article, each with its kind; title, standfirst, bylines and captions may stand before it. */
export function linesOf(top: Box, article: Article, title: string | null, source: string): Line[] {
  const stretches = stretchesIn(top, article);
  const begins = stretches.findIndex(({ inside }) => inside);
  const ends = stretches.findLastIndex(({ inside }) => inside);
  const isTitle = ({ stretch }: { stretch: Stretch }): boolean => stretch.kind === 'title';
  const titled = stretches.slice(begins, ends + 1).some(isTitle);
  const above = titled ? -1 : stretches.findLastIndex((one, i) => i < begins && isTitle(one));
  const lines: Line[] = [];
  for (const [i, { stretch, role, inside }] of stretches.entries()) {
    const isHead = i === above || (i > above && i < begins && above >= 0 && role !== null && role !== 'promotion');
    if (!inside && !isHead) continue;
    const { line, removed } = tidy(textOf(stretch.nodes, source));
    if (line.text !== '') lines.push({ ...line, stretch, role, removed, kind: stretch.kind });
  }
  sort(lines, title);
  const cells = cellPlaces(lines.map(({ stretch }) => stretch));
  for (const line of lines) {
    const cell = line.kind === 'cell' ? cells.get(line.stretch) : undefined;
    if (cell) line.cell = cell;
  }
  const last = lines.findLastIndex((line) => isProse(line) || isApart(line) || line.stretch.kind === 'item');
  let elsewhere = false;
  for (const line of lines.slice(last + 1)) {
    elsewhere ||= line.kind === 'promotion' && isLinked(line);
    if (elsewhere && (line.kind === 'paragraph' || line.kind === 'heading')) line.kind = 'promotion';
  }
  // A heading that nothing follows belongs to what was left out.
  for (const line of lines.toReversed()) {
    if (line.kind === 'heading') line.kind = 'promotion';
    else if (line.kind !== 'promotion' && line.kind !== 'byline' && line.kind !== 'caption') break;
  }
  return lines;
}

/** What stands by itself wherever it stands. */
const isApart = ({ stretch }: Line): boolean => stretch.kind === 'quotation' || stretch.kind === 'cell';
const isLinked = ({ stretch }: Line): boolean => stretch.linked * 10 >= stretch.letters * 8;
const isProse = (line: Line | undefined): boolean => line !== undefined && line.stretch.prose > 0;

/** A short line without a sentence, alone with a picture. */
const isUnderPicture = ({ stretch, text }: Line): boolean =>
  stretch.box.pictured &&
  stretch.prose === 0 &&
  text.length < 150 &&
  stretch.kind === 'paragraph' &&
  stretch.box.parts.length === 1;

/** The list that a stretch stands in. */
function listOf({ box, kind }: Stretch): Box | null {
  for (let one: Box | null = kind === 'item' ? box : null; one; one = one.parent) {
    if (one.element.tagName === 'ul' || one.element.tagName === 'ol') return one;
    if (one.element.tagName !== 'li' && one.element.tagName !== 'p' && one.element.tagName !== 'div') return null;
  }
  return null;
}

/** The lists of three or more links and nothing else, save those that a colon announces. */
function linkLists(lines: Line[]): Set<Box> {
  const found = new Set<Box>();
  for (const [i, { stretch }] of lines.entries()) {
    const list = listOf(stretch);
    if (list === null || found.has(list) || list.linked * 10 < list.letters * 8) continue;
    if (list.parts.filter(isBox).length >= 3 && lines[i - 1]?.text.endsWith(':') !== true) found.add(list);
  }
  return found;
}

/** Gives each line its kind, by its role, its words, its links and its neighbours. */
function sort(lines: Line[], title: string | null): void {
  const lists = linkLists(lines);
  const first = lines.findIndex((line) => line.role === null && isProse(line));
  let titled = false;
  let offering = false;
  for (const [i, line] of lines.entries()) {
    const { text, stretch } = line;
    const next = lines[i + 1];
    const before = lines[i - 1];
    if (
      i <= first &&
      title !== null &&
      line.kind !== 'title' &&
      text.length > 10 &&
      title.toLowerCase().startsWith(text.toLowerCase())
    ) {
      line.kind = 'title';
    } else if (line.kind === 'title') {
      if (titled || i > first) line.kind = 'heading';
      titled = true;
    }
    if ((line.role === 'standfirst' && i > first) || (line.role === 'byline' && line.kind === 'title'))
      line.role = null;
    if (line.kind === 'heading' && i < first && i > 0 && before?.kind === 'title' && text.length >= 40)
      line.role ??= 'standfirst';
    const list = listOf(stretch);
    const prose = isProse(line);
    // Old pages are laid out in tables: a cell with several paragraphs is none.
    if (line.kind === 'cell' && prose && stretch.box.prose > stretch.prose) line.kind = 'paragraph';
    if (line.role !== null && line.role !== 'outside') line.kind = line.role;
    else if (i < first && (isDated(text) || by.test(text))) line.kind = 'byline';
    else if (text.length < short && (button.test(text) || asking.test(text))) line.kind = 'promotion';
    else if (text.length < short && signed.test(text)) line.kind = 'byline';
    else if (list !== null && lists.has(list)) line.kind = 'promotion';
    else if (text.length < 80 && stretch.kind !== 'cell' && label.test(text) && !isProse(next)) {
      line.kind = 'promotion';
      offering = next !== undefined && isLinked(next);
      const offered = next && listOf(next.stretch);
      if (offered && offered.linked * 10 >= offered.letters * 3) lists.add(offered);
    } else if (labelled.test(text) && !prose) line.kind = 'promotion';
    else if (offering && !isApart(line) && (isLinked(line) || (before !== undefined && isLinked(before) && !prose))) {
      line.kind = 'promotion';
    } else {
      offering = false;
      if (text.length < short && (credit.test(text) || numbered.test(text) || isUnderPicture(line)))
        line.kind = 'caption';
      else if (isLinked(line) && text.length > 15 && !bareAddress.test(text)) {
        if (stretch.kind === 'paragraph' && before?.text.endsWith(':') !== true) line.kind = 'promotion';
        if (stretch.kind === 'heading' && !isProse(next)) line.kind = 'promotion';
      }
    }
  }
}
