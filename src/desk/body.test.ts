import * as fc from 'fast-check';
import { DOMSerializer } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { Body } from '../journal/body.ts';
import { fromDocument, toDocument, wordsOf } from './body.ts';
import { schema } from './schema.ts';

const words = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `x${text}`);
const run = fc.record(
  {
    text: words,
    strong: fc.constant(true as const),
    emphasis: fc.constant(true as const),
    link: fc.constantFrom('https://example.org/a?b=c', 'mailto:desk@example.org'),
  },
  { requiredKeys: ['text'] },
);
type Runs = { text: string; strong?: true; emphasis?: true; link?: string }[];
const style = ({ text: _, ...rest }: Runs[number]) => JSON.stringify([rest.strong, rest.emphasis, rest.link]);
/** Neighbours of one style are one run. */
const runs = fc
  .array(run, { minLength: 1, maxLength: 5 })
  .map((list): Runs => list.filter((one, i) => style(one) !== style(list[i - 1] ?? { text: '', link: 'none' })));
const body = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('paragraph' as const), runs }),
    fc.record({ kind: fc.constant('quotation' as const), runs, language: fc.constantFrom(null, 'uk') }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(runs, { minLength: 1, maxLength: 4 }),
    }),
  ),
  { maxLength: 6 },
);

describe('the body of a post in the box', () => {
  test('[E1] comes back from the box as it went in', () => {
    fc.assert(
      fc.property(body, (given) => {
        const document = toDocument(given);
        document.check();
        expect(fromDocument(document)).toEqual(given);
      }),
    );
  });

  test('[E1] is what the journal takes, whatever is in the box', () => {
    fc.assert(
      fc.property(body, (given) => {
        expect(Body.safeParse(fromDocument(toDocument(given)))).toMatchObject({ success: true });
      }),
    );
  });

  test('an empty body is an empty paragraph, and says nothing', () => {
    expect(toDocument([]).toJSON()).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
    expect(fromDocument(toDocument([]))).toEqual([]);
  });

  test('blocks and items without words are left out', () => {
    const paragraph = (text?: string) => schema.node('paragraph', null, text === undefined ? [] : schema.text(text));
    const document = schema.node('doc', null, [
      paragraph('  '),
      paragraph('said'),
      schema.node('list', { ordered: false }, [
        schema.node('item', null, paragraph()),
        schema.node('item', null, paragraph('one')),
      ]),
      schema.node('quotation'),
    ]);
    expect(fromDocument(document)).toEqual([
      { kind: 'paragraph', runs: [{ text: 'said' }] },
      { kind: 'list', ordered: false, items: [[{ text: 'one' }]] },
    ]);
  });

  test('its words are one line for each block or item', () => {
    expect(
      wordsOf([
        { kind: 'paragraph', runs: [{ text: 'a ' }, { text: 'b', strong: true }] },
        { kind: 'list', ordered: true, items: [[{ text: 'c' }], [{ text: 'd' }]] },
      ]),
    ).toBe('a b\nc\nd');
  });

  test('every block and style of the journal has its own in the box, and there are no others', () => {
    expect(Object.keys(schema.nodes)).toEqual(['doc', 'paragraph', 'quotation', 'list', 'item', 'text']);
    expect(Object.keys(schema.marks)).toEqual(['link', 'strong', 'emphasis']);
    expect(DOMSerializer.fromSchema(schema).nodes).toHaveProperty('quotation');
  });
});
