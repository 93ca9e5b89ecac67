import { Schema, type DOMOutputSpec, type NodeSpec } from 'prosemirror-model';

const blocks: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: {
    content: 'text*',
    group: 'block',
    parseDOM: [{ tag: 'p', priority: 40 }],
    toDOM: (): DOMOutputSpec => ['p', 0],
  },
  quotation: {
    content: 'text*',
    group: 'block',
    defining: true,
    attrs: { language: { default: null } },
    parseDOM: [
      // A quotation of several paragraphs becomes several quotations.
      { tag: 'blockquote p' },
      { tag: 'blockquote', skip: true, getAttrs: (element) => element.querySelector('p') !== null && null },
      { tag: 'blockquote' },
    ],
    toDOM: ({ attrs }): DOMOutputSpec => [
      'blockquote',
      attrs['language'] === null ? {} : { lang: attrs['language'] },
      0,
    ],
  },
  list: {
    content: 'item+',
    group: 'block',
    attrs: { ordered: { default: false } },
    parseDOM: [
      { tag: 'ul', attrs: { ordered: false } },
      { tag: 'ol', attrs: { ordered: true } },
    ],
    toDOM: ({ attrs }): DOMOutputSpec => [attrs['ordered'] ? 'ol' : 'ul', 0],
  },
  item: { content: 'paragraph', defining: true, parseDOM: [{ tag: 'li' }], toDOM: (): DOMOutputSpec => ['li', 0] },
  text: {},
};

/** What a link in a post may point at, as the journal takes it. */
export const linkAddress = /^(https?:\/\/|mailto:)[^\s]+$/i;

/** Whether pasted markup was styled so; `pasted.ts` has put its style where the page's security policy does not look. */
const styled = (element: HTMLElement, style: RegExp) => style.test(element.dataset['style'] ?? '');

/** What can be written in the box: exactly the blocks and styles of a post's body in the journal, so paste is cleaned to it. */
export const schema = new Schema({
  nodes: blocks,
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (element) => {
            const href = element.getAttribute('href') ?? '';
            return linkAddress.test(href) && href.length <= 2000 ? { href } : false;
          },
        },
      ],
      toDOM: ({ attrs }): DOMOutputSpec => ['a', { href: attrs['href'], rel: 'noreferrer' }, 0],
    },
    strong: {
      parseDOM: [
        { tag: 'strong' },
        // Word processors wrap all they copy in a `b` of normal weight.
        { tag: 'b', getAttrs: (element) => !styled(element, /font-weight:\s*(normal|[1-4]00)/i) && null },
        {
          tag: 'span[data-style]',
          consuming: false,
          getAttrs: (element) => styled(element, /font-weight:\s*(bold|[6-9]00)/i) && null,
        },
      ],
      toDOM: (): DOMOutputSpec => ['strong', 0],
    },
    emphasis: {
      parseDOM: [
        { tag: 'em' },
        { tag: 'i', getAttrs: (element) => !styled(element, /font-style:\s*normal/i) && null },
        {
          tag: 'span[data-style]',
          consuming: false,
          getAttrs: (element) => styled(element, /font-style:\s*italic/i) && null,
        },
      ],
      toDOM: (): DOMOutputSpec => ['em', 0],
    },
  },
});
