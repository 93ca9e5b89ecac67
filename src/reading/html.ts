import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { Refusal } from '../terms/refusal.ts';
import { oneLine } from './characters.ts';
import type { Piece } from './plain.ts';
import type { TextBlock } from './reading.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** What a page holds: its pieces, and what its markup says about it. */
export interface Page {
  pieces: Piece[];
  title: string | null;
  outlet: string | null;
  published: string | null;
  language: string | null;
}

/** No page that people wrote nests deeper; looking up scopes in a deeper one would take ever longer. */
const deepest = 512;

const never = new Set(
  'script style template svg math iframe noscript object embed applet canvas audio video select datalist textarea button input dialog head title noframes frameset map'.split(
    ' ',
  ),
);
const boilerplate = new Set('form nav footer aside menu'.split(' '));
const boilerplateRoles = new Set('navigation banner complementary search contentinfo dialog alert'.split(' '));
const kinds = new Map<string, TextBlock['kind']>([
  ['h1', 'title'],
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'summary'].map((name) => [name, 'heading'] as const),
  ...['li', 'dd'].map((name) => [name, 'item'] as const),
  ...['figcaption', 'caption'].map((name) => [name, 'caption'] as const),
  ...['td', 'th'].map((name) => [name, 'cell'] as const),
]);
/** Elements that stand in a line; every other one starts a block. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter output picture progress q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((one) => one.name === name)?.value ?? null;

/** Parses with a bound on depth and on the elements made, so that hostile nesting costs little. Throws `report-too-deep`. */
function parseBounded(html: string): DefaultTreeAdapterTypes.Document {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags++;
  let depth = 0;
  let left = 2 * tags + 1000;
  const tooDeep = (): never => {
    throw new Refusal('report-too-deep', { deepest });
  };
  return parse(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, space, attrs) {
        if (left-- <= 0) tooDeep();
        return defaultTreeAdapter.createElement(name, space, attrs);
      },
      onItemPush() {
        if (++depth > deepest) tooDeep();
      },
      onItemPop() {
        depth--;
      },
    },
  });
}

/** All elements in the order of the page, without recursion. */
function elementsOf(root: Node): Element[] {
  const found: Element[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isElement(node)) found.push(node);
    if ('childNodes' in node) for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
  }
  return found;
}

function isHidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== null || attribute(element, 'aria-hidden') === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style') ?? '');
}

/** Whether nothing in an element is the report's text; `root` is the element chosen as the article. */
function isDropped(element: Element, root: Element, strict: boolean): boolean {
  if (element === root) return false;
  if (never.has(element.tagName) || isHidden(element)) return true;
  if (!strict) return false;
  if (boilerplate.has(element.tagName) || boilerplateRoles.has(attribute(element, 'role') ?? '')) return true;
  return element.tagName === 'header' && root.tagName !== 'article';
}

/** The blocks of text below an element, walked with a stack of its own. */
function piecesOf(root: Element, strict: boolean): Piece[] {
  const pieces: Piece[] = [];
  let words: string[] = [];
  let kind: TextBlock['kind'] = 'paragraph';
  const flush = (next: TextBlock['kind']): void => {
    const text = oneLine(words.join(''));
    if (text !== '') pieces.push({ kind, text });
    words = [];
    kind = next;
  };
  const stack: (Node | { back: TextBlock['kind'] })[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('back' in node) flush(node.back);
    else if (node.nodeName === '#text' && 'value' in node) words.push(node.value);
    else if (isElement(node) && !isDropped(node, root, strict)) {
      if (node.tagName === 'br' || node.tagName === 'hr') flush(kind);
      else if (node.tagName === 'img') continue;
      else if (!inline.has(node.tagName)) {
        stack.push({ back: kind });
        flush(kinds.get(node.tagName) ?? kind);
      }
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
    }
  }
  flush('paragraph');
  return pieces;
}

/** Whether an article stands within another, as comments and teasers do. */
function isWithinArticle(element: Element): boolean {
  for (let node = element.parentNode; node && isElement(node); node = node.parentNode) {
    if (node.tagName === 'article') return true;
  }
  return false;
}

/** How many letters stand in pieces. */
const sizeOf = (pieces: Piece[]): number => pieces.reduce((sum, piece) => sum + piece.text.length, 0);

/** The article: the `article` with the most text, else `main`, else the body; forms and frames only where there is nothing else. */
function choose(elements: Element[]): Piece[] {
  const outer = elements.filter((element) => element.tagName === 'article' && !isWithinArticle(element));
  const main = elements
    .filter((element) => element.tagName === 'main' || attribute(element, 'role') === 'main')
    .slice(0, 1);
  const body = elements.filter((element) => element.tagName === 'body').slice(0, 1);
  let best: Piece[] = [];
  for (const roots of [outer, main, body]) {
    for (const root of roots) {
      const pieces = piecesOf(root, true);
      if (sizeOf(pieces) > sizeOf(best)) best = pieces;
    }
    if (best.length > 0) return best;
  }
  return body[0] ? piecesOf(body[0], false) : [];
}

/** Reads a page: text only, boilerplate left out, and what its markup says about title, outlet, date and language. */
export function readHtml(html: string): Page {
  const elements = elementsOf(parseBounded(html));
  const said = (value: string | null | undefined): string | null => oneLine(value ?? '') || null;
  const meta = (name: string): string | null => {
    const found = elements.find(
      (one) => one.tagName === 'meta' && [attribute(one, 'property'), attribute(one, 'name')].includes(name),
    );
    return said(found && attribute(found, 'content'));
  };
  const textIn = (name: string): string | null => {
    const found = elements.find((one) => one.tagName === name && one.namespaceURI.endsWith('xhtml'));
    return found ? said(found.childNodes.map((node) => ('value' in node ? node.value : '')).join('')) : null;
  };
  const time = elements.find((one) => one.tagName === 'time' && attribute(one, 'datetime') !== null);
  const root = elements.find((one) => one.tagName === 'html');
  return {
    pieces: choose(elements),
    title: meta('og:title') ?? textIn('h1') ?? textIn('title'),
    outlet: meta('og:site_name'),
    published: meta('article:published_time') ?? said(time && attribute(time, 'datetime')),
    language: said(root && attribute(root, 'lang')),
  };
}
