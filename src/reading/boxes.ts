import { attribute, isElement, isText, type Element, type Node, type TextNode } from './dom.ts';
import { isHovering, roleOf, type Role } from './names.ts';
import type { TextBlock } from './reading.ts';
import { setOf } from './word-sets.ts';

/** A run of text without a break in it: what a reader sees as one paragraph, item, cell or heading. */
export interface Stretch {
  box: Box;
  nodes: TextNode[];
  kind: TextBlock['kind'];
  /** What the names of an inline element say in which all of it stands. */
  role: Role | null;
  /** How many letters it has, blanks at the ends of its nodes left out, and how many of them are links. */
  letters: number;
  linked: number;
  /** Its letters where it reads as an article does, else 0 as for labels and links. */
  prose: number;
}

/** An element that starts lines of its own, with what stands in it; the numbers are the sums of its parts. */
export interface Box {
  element: Element;
  parent: Box | null;
  parts: (Box | Stretch)[];
  /** By its tag, its attributes or its names. */
  role: Role | null;
  letters: number;
  linked: number;
  prose: number;
  /** How many letters stand in quotations. */
  quoted: number;
  /** Whether a picture stands right in it. */
  pictured: boolean;
}

/** Whether a part is a box. */
export const isBox = (part: Box | Stretch): part is Box => 'parts' in part;

const never = setOf(
  'script style template svg math iframe noscript object embed applet canvas audio video select datalist textarea button input dialog head title noframes map',
);
const outsideTags = setOf(
  'form nav footer aside menu amp-sidebar amp-ad amp-social-share amp-consent amp-user-notification',
);
const outsideRoles = setOf('navigation banner complementary search contentinfo dialog alert');
/** The names of these tell of tables or whole pages. */
const roleless = setOf('body main article thead tbody tfoot tr td th caption');
const kinds = new Map<string, TextBlock['kind']>([
  ['h1', 'title'],
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'summary', 'caption'].map((name) => [name, 'heading'] as const),
  ...['li', 'dd'].map((name) => [name, 'item'] as const),
  ...['figure', 'figcaption'].map((name) => [name, 'caption'] as const),
  ...['td', 'th'].map((name) => [name, 'cell'] as const),
  ['blockquote', 'quotation'],
]);
/** Elements that stand in a line, as do those with a colon, which word processors make; every other one starts a block. */
const inline = setOf(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter nobr output picture progress q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr',
);

/** What ends a sentence; a label or a headline rarely has it. */
const sentenceEnd = /[.!?…。！？।؟:;"”’»')\]]\s*$/;
/** Letters of scripts that say as much in fewer of them. */
const dense = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/;
/** A paragraph of an article has at least so many letters that are no link; in a dense script. */
const least = { paragraph: 60, dense: 25 };

function isHidden(element: Element): boolean {
  for (const { name, value } of element.attrs) {
    if (name === 'hidden' || (name === 'aria-hidden' && value === 'true')) return true;
    if (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)) return true;
  }
  return false;
}

function roleOfBox(element: Element): Role | null {
  if (outsideTags.has(element.tagName) || outsideRoles.has(attribute(element, 'role') ?? '')) return 'outside';
  return roleless.has(element.tagName) ? null : roleOf(element);
}

function proseOf({ letters, linked, nodes }: Stretch): number {
  const own = letters - linked;
  const enough = dense.test(nodes[0]!.value) ? least.dense : least.paragraph;
  if (own < enough || linked * 2 >= letters) return 0;
  return own >= 3 * enough || nodes.slice(-3).some((node) => sentenceEnd.test(node.value)) ? own : 0;
}

const boxOf = (element: Element, parent: Box | null): Box => ({
  element,
  parent,
  parts: [],
  role: parent && roleOfBox(element),
  letters: 0,
  linked: 0,
  prose: 0,
  quoted: 0,
  pictured: false,
});

/** What has to be undone behind an element. */
interface Leaving {
  leave: 'box' | 'link' | 'role' | 'link and role';
  kind: TextBlock['kind'];
}

/** The boxes below an element, walked with a stack of its own; what is never seen is left out. */
export function boxesOf(root: Element): Box {
  const top = boxOf(root, null);
  let box = top;
  let kind: TextBlock['kind'] = 'paragraph';
  let links = 0;
  let role: Role | null = null;
  let stretch: Stretch | null = null;
  let inRole = 0;
  const flush = (): void => {
    if (stretch && stretch.letters > 0) {
      stretch.prose = proseOf(stretch);
      if (inRole < stretch.letters) stretch.role = null;
      box.parts.push(stretch);
      box.letters += stretch.letters;
      box.linked += stretch.linked;
      box.prose += stretch.prose;
      if (kind === 'quotation') box.quoted += stretch.letters;
    }
    stretch = null;
    inRole = 0;
  };
  const enter = (element: Element): void => {
    flush();
    role = null;
    box = boxOf(element, box);
    box.parent!.parts.push(box);
    kind = kinds.get(element.tagName) ?? kind;
  };
  const leave = (before: TextBlock['kind']): void => {
    flush();
    kind = before;
    const parent = box.parent!;
    parent.letters += box.letters;
    parent.linked += box.linked;
    parent.prose += box.prose;
    parent.quoted += box.quoted;
    // Posts of others that are embedded are called “social” as buttons are.
    if (box.role === 'outside' && box.quoted * 2 > box.letters) box.role = null;
    box = parent;
  };
  const add = (node: TextNode): void => {
    stretch ??= { box, nodes: [], kind, role, letters: 0, linked: 0, prose: 0 };
    stretch.nodes.push(node);
    const letters = node.value.trim().length;
    stretch.letters += letters;
    if (links > 0) stretch.linked += letters;
    if (role !== null) {
      stretch.role = role;
      inRole += letters;
    }
  };
  const stack: (Node | Leaving)[] = root.childNodes.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('leave' in node) {
      if (node.leave === 'box') leave(node.kind);
      if (node.leave.includes('link')) links--;
      if (node.leave.includes('role')) role = null;
    } else if (isText(node)) add(node);
    else if (isElement(node) && !never.has(node.tagName) && !isHidden(node)) {
      const { tagName } = node;
      if (tagName === 'img') box.pictured = true;
      else if (tagName === 'br' || tagName === 'hr') flush();
      else if (!inline.has(tagName) && !tagName.includes(':')) {
        stack.push({ leave: 'box', kind });
        enter(node);
      } else {
        const named: Role | null = role === null ? roleOf(node) : null;
        if (named !== null && isHovering(node)) continue;
        const isLink = tagName === 'a' && attribute(node, 'href') !== null;
        if (isLink || named) stack.push({ leave: isLink ? (named ? 'link and role' : 'link') : 'role', kind });
        if (isLink) links++;
        role ??= named;
      }
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
    }
  }
  flush();
  return top;
}
