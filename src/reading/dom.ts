import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes, type Token } from 'parse5';
import { Refusal } from '../terms/refusal.ts';

/** An element of a page. */
export type Element = DefaultTreeAdapterTypes.Element;
/** Whatever a page's tree is made of. */
export type Node = DefaultTreeAdapterTypes.Node;
/** A text in a page's tree. */
export interface TextNode extends DefaultTreeAdapterTypes.TextNode {
  /** Threes of a place in its value and the first and last place of the source that this comes from. */
  runs?: number[];
}

/** No page that people wrote nests deeper; looking up scopes in a deeper one would take ever longer. */
const deepest = 512;

/** Nor has it more elements; each costs some kilobytes while the page is read. */
const most = 100_000;

/** Whether a node is an element. */
export const isElement = (node: Node): node is Element => 'tagName' in node;
/** Whether a node is text. */
export const isText = (node: Node): node is TextNode => node.nodeName === '#text';

/** The value of an element's attribute; `null` where it has none of that name. */
export function attribute(element: Element, name: string): string | null {
  for (const one of element.attrs) if (one.name === name) return one.value;
  return null;
}

/** Notes where a stretch of a text node comes from; what is as long as its source goes on with what was so before it. */
function noteRun(node: TextNode, start: number, from: number, to: number): void {
  const runs = (node.runs ??= []);
  const last = runs.length - 3;
  const isPlain = node.value.length - start === to - from;
  const ahead = from - start;
  const goesOn = last >= 0 && runs[last + 2] === from && ahead === runs[last + 1]! - runs[last]!;
  if (isPlain && goesOn) runs[last + 2] = to;
  else runs.push(start, from, to);
}

/**
 * Parses with a bound on depth and on the elements made, so that hostile nesting costs little; texts know where they
 * come from. Throws `report-too-deep`.
 */
export function parseBounded(html: string): DefaultTreeAdapterTypes.Document {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags++;
  let depth = 0;
  let left = Math.min(2 * tags + 1000, most);
  const tooDeep = (): never => {
    throw new Refusal('report-too-deep', { deepest });
  };
  let added = 0;
  return parse(html, {
    scriptingEnabled: false,
    sourceCodeLocationInfo: true,
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
      insertText(parent, text) {
        added = text.length;
        defaultTreeAdapter.insertText(parent, text);
      },
      insertTextBefore(parent, text, reference) {
        added = text.length;
        defaultTreeAdapter.insertTextBefore(parent, text, reference);
      },
      setNodeSourceCodeLocation(node, location) {
        if (!location || !isText(node)) return;
        const { startOffset, endOffset } = location as Token.Location;
        noteRun(node, node.value.length - added, startOffset, endOffset);
      },
      getNodeSourceCodeLocation: () => null,
    },
  });
}

/** All elements in the order of the page, without recursion. */
export function elementsOf(root: Node): Element[] {
  const found: Element[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isElement(node)) found.push(node);
    if ('childNodes' in node) for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
  }
  return found;
}
