/** A piece of HTML that was made by `html`, and so holds nothing unescaped from outside. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What a template takes: HTML as it is, texts and numbers escaped, lists one after the other, `null` as nothing. */
export type Content = Html | string | number | null | readonly Content[];

/**
 * Makes HTML from a template: what is put in is escaped, for text and for attributes between double quotes.
 *
 * A line end with the indentation after it is left out of the template; between two words it becomes a space. Throws `TypeError` where something is put
 * into an attribute without quotes, since that cannot be made safe.
 */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  const fixed = squeezed(strings);
  return new Html(values.reduce<string>((so, value, i) => so + textOf(value) + fixed[i + 1]!, fixed[0]!));
}

/** HTML from a text that was written by us and is not to be escaped: a style sheet, never anything from outside. */
export function verbatim(text: string): Html {
  return new Html(text);
}

/** Nothing. */
export const nothing = new Html('');

/** An attribute with its leading space, or nothing where the value is `null`. */
export function attribute(name: string, value: string | number | null): Html {
  return value === null ? nothing : new Html(` ${name}="${escaped(String(value))}"`);
}

/** A name or phrase from outside within a line, so that its direction disturbs nothing around it. */
export function phrase(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** Pieces with a text between them. */
export function joined(pieces: readonly Content[], between: Content): Content {
  return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [between, piece]));
}

/** The words of a piece of HTML, as they are read: without markup. */
export function wordsOf({ text }: Html): string {
  return text.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|#34|#39);/g, (entity) => characters[entity]!);
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

function squeezed(strings: TemplateStringsArray): readonly string[] {
  let fixed = known.get(strings);
  if (fixed === undefined) {
    fixed = strings.map((text) => text.replace(/\n\s*/g, lineEnd));
    if (fixed.slice(0, -1).some((text) => text.endsWith('='))) throw new TypeError('an attribute needs its quotes');
    known.set(strings, fixed);
  }
  return fixed;
}

/** What a line end becomes: a space between two words, nothing beside a tag or at either end of the text. */
function lineEnd(found: string, place: number, text: string): string {
  const [before, after] = [text[place - 1] ?? '>', text[place + found.length] ?? '<'];
  return before === '>' || after === '<' ? '' : ' ';
}

function textOf(value: Content): string {
  if (value === null) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(textOf).join('');
  return escaped(String(value));
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };
const characters = Object.fromEntries(Object.entries(entities).map(([character, entity]) => [entity, character]));

/**
 * What is never sent: control characters, characters that are none, and the marks that turn the direction of text
 * around (U+202A to U+202E), with which a text could be made to read as another.
 */
// oxlint-disable-next-line no-control-regex
const unsafe = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\ufffe\uffff]/g;

function escaped(text: string): string {
  return text.toWellFormed().replace(unsafe, (character) => entities[character] ?? '');
}
