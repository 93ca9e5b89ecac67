import { constants, gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packed, SharedDeflate } from './shared-deflate.ts';

const unpacked = (...blocks: Buffer[]) =>
  gunzipSync(Buffer.concat(blocks), { finishFlush: constants.Z_SYNC_FLUSH }).toString();

describe('one gzip stream for all', () => {
  test('[L53] a message is compressed once, by what came before it', () => {
    const deflate = new SharedDeflate();
    const start = deflate.start(Buffer.from('hello '), null);
    const message = (i: number) =>
      Buffer.from(`<article id="post-${i}"><p>The water at the old bridge: ${i}.</p></article>`);
    const blocks = Array.from({ length: 50 }, (_, i) => deflate.add(message(i)));

    expect(unpacked(start, ...blocks)).toBe(`hello ${Array.from({ length: 50 }, (_, i) => message(i)).join('')}`);
    expect(blocks[49]!.length).toBeLessThan(message(49).length / 3);
  });

  test('[L54] wherever one joins: own words, what is lacking, what the next refers to, and then the same blocks', () => {
    const message = fc.string({ minLength: 1, maxLength: 60 }).map((text) => text.repeat(200));
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 20 }), fc.nat(19), fc.nat(19), (messages, cut, join) => {
        const deflate = new SharedDeflate();
        let start: Buffer | null = null;
        let expected = '';
        const blocks: Buffer[] = [];
        messages.forEach((text, i) => {
          if (i === cut) deflate.clear();
          if (i === Math.min(join, messages.length - 1)) {
            const again = messages.slice(i - deflate.depth, i).join('');
            start = deflate.start(Buffer.from('own'), packed(Buffer.from('lacking')));
            expected = `ownlacking${again}`;
          }
          const block = deflate.add(Buffer.from(text));
          if (start !== null) {
            blocks.push(block);
            expected += text;
          }
        });
        expect(unpacked(start!, ...blocks)).toBe(expected);
      }),
    );
  });
});
