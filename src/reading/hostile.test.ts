import { describe, expect, it } from 'vitest';
import { Refusal } from '../terms/refusal.ts';
import { read } from './read.ts';
import type { Reading } from './reading.ts';
import { processorTime } from '../../test/processor-time.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (html: string): Reading => read(bytes(html), { contentType: 'text/html; charset=utf-8', fileName: null });
const rain = 'The rain fell on the lower town for a third day, and the river was still rising at noon.';

function outcomeOf(act: () => Reading): string {
  try {
    return act().text.slice(0, 40);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('hostile pages', () => {
  it('[R49] shows no word of scripts, styles, vector graphics, formulas and what is hidden', () => {
    const hidden = [
      'script',
      'style',
      'template',
      'svg',
      'math',
      'noscript',
      'iframe',
      'object',
      'textarea',
      'select',
      'title',
    ];
    const all = hidden.map((tag) => `<${tag}>secret</${tag}>`).join('');
    const styled = `<p style="width: expression(alert('secret'))">seen</p><p style="DISPLAY : none">secret</p><span class="sr-only">secret</span>`;
    const { text } = page(
      `<style>p{background:url(javascript:secret)}</style><p>before</p>${all}${styled}<p hidden>secret`,
    );
    expect(text).toBe('before\n\nseen');
  });

  it('[R49] keeps look-alikes and mixed directions as they are, without what turns them', () => {
    expect(page('<p>p\u0430ypal \u05E9\u05DC\u05D5\u05DD \u202Eabc\u202C \u2066x\u2069 &#8238;y &zwnj;z').text).toBe(
      'p\u0430ypal \u05E9\u05DC\u05D5\u05DD abc x y z',
    );
  });

  it('[R49] reads a wrong charset as it is declared, and says so', () => {
    const reading = read(Uint8Array.from([...bytes('<meta charset=utf-8><p>caf'), 0xe9, ...bytes(' in the rain')]), {
      contentType: 'text/html',
      fileName: null,
    });
    expect([reading.text, reading.notes[0]?.code]).toEqual(['caf\uFFFD in the rain', 'text-undecodable']);
  });

  it('[R50] refuses more elements than people write, and more bytes', () => {
    for (const html of [
      '<p>x',
      '<table><br>x',
      '<table><p>x',
      '<a href=x>y',
      '<h1>x</h1>',
      '<b><p>x</b>',
      '<select><option>x',
    ]) {
      expect(['report-too-deep', 'y'.repeat(40)]).toContain(outcomeOf(() => page(html.repeat(150_000))));
    }
    expect(outcomeOf(() => page(' '.repeat(50_000_000)))).toBe('request-too-large');
  }, 30_000);

  it('[R51] takes time in the measure of the length', () => {
    const start = processorTime();
    const attributes = Array.from({ length: 20_000 }, (_, i) => `a${i}`).join(' ');
    const units = [
      '&amp;',
      '&',
      '&lt',
      '<',
      'a\u200B',
      '\r\n x',
      'more great ',
      'contributed to this report ',
      '<!-- x -->',
      '<br>x',
    ];
    for (const unit of units) outcomeOf(() => page(`<p>${unit.repeat(200_000 / unit.length)}`));
    outcomeOf(() => page(`<p ${attributes} class="${'related '.repeat(20_000)}">x`));
    outcomeOf(() => page(`${'<div>'.repeat(400)}${rain}${'</div>'.repeat(400)}`.repeat(50)));
    expect(processorTime() - start).toBeLessThan(10_000);
  }, 60_000);
});
