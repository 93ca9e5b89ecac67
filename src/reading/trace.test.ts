import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';
import { read } from './read.ts';
import type { Reading } from './reading.ts';
import { sourceOf } from './trace.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (html: string): Reading => read(bytes(html), { contentType: 'text/html; charset=utf-8', fileName: null });

/** The first character of a reading that is not what stands at its place in the source; `null` where all are. */
function strayIn({ text, trace }: Reading, source: string): string | null {
  for (let at = 0; at < text.length; at++) {
    const place = sourceOf(trace!, at);
    const [shown, printed] = [text[at]!, place === null ? '\n' : source[place]!];
    if (shown === printed || printed === '&' || (shown === ' ' && /[\s\u0085]/.test(printed))) continue;
    return `${at}: ${shown} for ${source.slice(place ?? 0, (place ?? 0) + 20)}`;
  }
  return null;
}

describe('where characters come from', () => {
  const awkward = [
    `<p>a &amp;amp; b&nbsp;&nbsp;c &lt;d&gt; &notit; &copy2020 &#x1F600;&#8203;e &bogus; &`,
    `<p>one\r\ntwo\rthree<br>four<!-- x -->five</b> six</p>\r\n<pre>\n\nseven\n  eight</pre>`,
    `<table>fost<tr>ered<td>cell</td>text</table><b><p>mis</b>nested</p>`,
    `&amp;at the start<p>&quot;&amp;&quot;<i>&eacute;</i>&#0;&#150;\u00AD\u202Eright\u202C`,
    '\uFEFFplain\u0085line<p>\uD83D\uDE00 and \u200Bnothing',
  ];

  it('[R48] maps each character of the clean text to its place in the source', () => {
    for (const html of awkward)
      expect([html, strayIn(page(html), decode(bytes(html), null).text)]).toEqual([html, null]);
    const text = '\uFEFFfirst  line\r\n\r\n• an\u200B item\r\nthird';
    const reading = read(bytes(text), { contentType: 'text/plain', fileName: null });
    expect(strayIn(reading, decode(bytes(text), null).text)).toBe(null);
    const { trace } = page('<p>a &amp; b</p>');
    expect([0, 2, 4].map((at) => sourceOf(trace!, at))).toEqual([3, 5, 11]);
    expect(page('<p>a</p><p>b</p>').trace).toEqual([0, 3, 1, -1, 3, 11]);
  });

  it('[R48] maps on any input', () => {
    const part = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</i>',
      '<table>',
      '<td>',
      '&amp;',
      '&lt',
      '&#65;',
      '\r\n',
      ' ',
      '\u200B',
      'a',
      'é',
      '<',
      '&',
      '<!-- -->',
      '<pre>\n',
      '<svg>',
      '<li>',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const html = `<p>x${parts.join('')}`;
        expect(strayIn(page(html), html)).toBe(null);
      }),
      { numRuns: 300 },
    );
  });

  const set = '../shared/data/extraction/html';
  it.skipIf(!existsSync(set))(
    `[R48] maps every page of a set (needs ${set})`,
    () => {
      for (const file of readdirSync(set)) {
        const content = gunzipSync(readFileSync(join(set, file)));
        const reading = read(content, { contentType: 'text/html', fileName: null });
        expect([file, strayIn(reading, decode(content, 'text/html').text)]).toEqual([file, null]);
      }
    },
    60_000,
  );
});
