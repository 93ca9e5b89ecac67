import type { Node } from 'prosemirror-model';
import type { Block, Body, Run } from '../journal/body.ts';
import { schema } from './schema.ts';

/** The document of the box that shows a body; an empty body is one empty paragraph. */
export function toDocument(body: Body): Node {
  const blocks = body.map(toBlock);
  return schema.node('doc', null, blocks.length > 0 ? blocks : [schema.node('paragraph')]);
}

/** The body that a document of the box says: empty blocks are left out, runs of one style are joined. */
export function fromDocument(document: Node): Body {
  const body: Body = [];
  document.forEach((node) => {
    const block = fromBlock(node);
    if (block !== null) body.push(block);
  });
  return body;
}

/** The words of a body without their style, a line for each block or item. */
export function wordsOf(body: Body): string {
  const line = (runs: readonly Run[]) => runs.map((run) => run.text).join('');
  return body.map((block) => (block.kind === 'list' ? block.items.map(line).join('\n') : line(block.runs))).join('\n');
}

function toBlock(block: Block): Node {
  switch (block.kind) {
    case 'paragraph':
      return schema.node('paragraph', null, toText(block.runs));
    case 'quotation':
      return schema.node('quotation', { language: block.language }, toText(block.runs));
    case 'list':
      return schema.node(
        'list',
        { ordered: block.ordered },
        (block.items.length > 0 ? block.items : [[]]).map((runs) =>
          schema.node('item', null, schema.node('paragraph', null, toText(runs))),
        ),
      );
  }
}

function toText(runs: readonly Run[]): Node[] {
  return runs.map(({ text, strong, emphasis, link }) =>
    schema.text(text, [
      ...(link === undefined ? [] : [schema.mark('link', { href: link })]),
      ...(strong ? [schema.mark('strong')] : []),
      ...(emphasis ? [schema.mark('emphasis')] : []),
    ]),
  );
}

function fromBlock(node: Node): Block | null {
  if (node.type.name === 'list') {
    const items: Run[][] = [];
    node.forEach((item) => items.push(fromText(item.firstChild ?? item)));
    const said = items.filter(holdsWords);
    return said.length === 0 ? null : { kind: 'list', ordered: node.attrs['ordered'] === true, items: said };
  }
  const runs = fromText(node);
  if (!holdsWords(runs)) return null;
  if (node.type.name === 'quotation') return { kind: 'quotation', runs, language: node.attrs['language'] ?? null };
  return { kind: 'paragraph', runs };
}

function fromText(node: Node): Run[] {
  const runs: Run[] = [];
  node.forEach((part) => {
    const run: Run = { text: part.text ?? '' };
    for (const { type, attrs } of part.marks) {
      if (type.name === 'strong') run.strong = true;
      if (type.name === 'emphasis') run.emphasis = true;
      if (type.name === 'link') run.link = String(attrs['href']);
    }
    runs.push(run);
  });
  return runs;
}

const holdsWords = (runs: readonly Run[]) => runs.some(({ text }) => text.trim() !== '');
