import { Parser } from 'htmlparser2';
import { Refusal } from '../../terms/refusal.ts';

/** An element of an XML document, with where it stands in the source. */
export interface XmlElement {
  /** As printed, without the prefix that the root has too. */
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  start: number;
  end: number;
}

/** No feed or alert that people wrote nests deeper. */
const deepest = 64;

/**
 * Parses XML as far as it goes: broken markup is read as well as it can be. `null` where there is no element.
 *
 * Only the five entities of XML and numeric ones are decoded, so that a document type expands nothing.
 * Throws `report-too-deep`.
 */
export function parseXml(xml: string): XmlElement | null {
  const roots: XmlElement[] = [];
  const open: XmlElement[] = [];
  let prefix = '';
  const parser = new Parser(
    {
      onopentag(printed, attributes) {
        if (open.length >= deepest) throw new Refusal('report-too-deep', { deepest });
        if (roots.length === 0 && /^[\w-]+:(?!RDF$)/.test(printed)) prefix = printed.slice(0, printed.indexOf(':') + 1);
        const name = printed.startsWith(prefix) ? printed.slice(prefix.length) : printed;
        const element = { name, attributes, children: [], start: parser.startIndex, end: xml.length };
        if (open.length > 0) open.at(-1)!.children.push(element);
        else roots.push(element);
        open.push(element);
      },
      ontext(text) {
        open.at(-1)?.children.push(text);
      },
      onclosetag() {
        const element = open.pop();
        if (element !== undefined) element.end = parser.endIndex + 1;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return roots[0] ?? null;
}

/** The elements of a name right below an element. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string' && child.name === name) as XmlElement[];
}

/** All text in an element, in its order. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The text of the first element of one of the names that holds any, the names in their order; `null` where none does. */
export function textIn(element: XmlElement, ...names: string[]): string | null {
  for (const name of names) {
    for (const child of childrenOf(element, name)) {
      const text = textOf(child).trim();
      if (text !== '') return text;
    }
  }
  return null;
}
