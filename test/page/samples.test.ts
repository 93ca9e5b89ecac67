import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pageStyle } from '../../src/page/style.ts';
import { pagesOf, readSample, samplesFolder } from './samples.ts';

/** A page with a line for each block, and without the style that all of them share. */
function readable(page: string): string {
  const lines = page
    .replace(pageStyle, ' as in src/page/style.ts ')
    .replace(
      /<(?=(?:main|header|section|article|aside|h\d|p|ul|ol|li|dl|dt|dd|details|blockquote|div|nav|footer|body|style|meta|title|link)\b)/g,
      '\n<',
    );
  return `${lines.trim()}\n`;
}

// `UPDATE_GOLDEN=1` writes the pages instead; look at what changed before it is kept.
describe('samples', () => {
  for (const name of readdirSync(samplesFolder)) {
    const sample = readSample(name);
    for (const [file, made] of Object.entries(pagesOf(sample))) {
      const path = `${samplesFolder}/${name}/${file}`;
      if (made === null) continue;
      test(`[P23] ${name}/${file}: ${sample.shows}`, () => {
        const now = readable(made);
        if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(path)) writeFileSync(path, now);
        expect(now).toBe(readFileSync(path, 'utf8'));
      });
    }
  }
});
