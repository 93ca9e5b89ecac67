import { parse, parseFragment, serializeOuter, type DefaultTreeAdapterTypes } from 'parse5';
import type { Frame } from '../../src/live/frame.ts';

export type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** A page as a tree, in which frames can be put as a browser puts them. */
export class Tree {
  readonly root: DefaultTreeAdapterTypes.Document;

  constructor(page: string) {
    this.root = parse(page);
  }

  /** Every element, in the order of the document. */
  elements(): Element[] {
    return [...within(this.root)];
  }

  /** The element with an id, or `undefined`. */
  byId(id: string): Element | undefined {
    return this.elements().find((element) => attributeOf(element, 'id') === id);
  }

  /** The HTML of the element with an id, or `null`. */
  html(id: string): string | null {
    const element = this.byId(id);
    return element === undefined ? null : serializeOuter(element);
  }

  /** Puts a frame onto the page by the rules of `live/frame.ts`, all of it at once. */
  put({ parts }: Frame): void {
    for (const { id, into, html } of parts) {
      const fresh = parseFragment(html).childNodes[0] as Element;
      const old = this.byId(id);
      if (old !== undefined) {
        place(old.parentNode!, old.parentNode!.childNodes.indexOf(old), 1, fresh);
        continue;
      }
      const parent = into === null ? undefined : this.byId(into);
      if (parent === undefined) continue;
      const falling = attributeOf(parent, 'data-order') === 'newest';
      const next = parent.childNodes.findIndex(
        (node) => 'tagName' in node && node.tagName === 'article' && numberOf(node) < numberOf(fresh) === falling,
      );
      place(parent, next < 0 ? parent.childNodes.length : next, 0, fresh);
    }
  }
}

/** The value of an element's attribute, or `null`. */
export function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** The words of an element, as they stand one after the other. */
export function wordsOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
}

const numberOf = (element: Element) => Number(attributeOf(element, 'id')?.match(/\d+$/)?.[0]);

function place(parent: Parent, at: number, removed: number, fresh: Element): void {
  fresh.parentNode = parent;
  parent.childNodes.splice(at, removed, fresh);
}

function* within(parent: Parent): Generator<Element> {
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue;
    yield node;
    yield* within(node);
  }
}
