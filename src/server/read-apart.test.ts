import { expect, test } from 'vitest';
import { readApart } from './read-apart.ts';

const about = { contentType: 'text/plain', fileName: null };
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('[N96] a thread reads one report after the other; one that broke, or was given what it refuses, keeps nobody from being read', async () => {
  let threads = 0;
  const count = () => void threads++;
  process.on('worker', count);
  try {
    const text = 'At least 17 houses are under water, the mayor said.';
    const first = await readApart(bytesOf(text), about);
    expect(first.reading.text).toBe(text);
    expect(await readApart(bytesOf(text), about)).toEqual(first);
    await expect(readApart(bytesOf(' '), about)).rejects.toMatchObject({ code: 'report-empty' });
    expect(await readApart(bytesOf(text), about)).toEqual(first);
    expect(threads).toBe(1);
    await expect(readApart(null as never, about)).rejects.toThrow(TypeError);
    expect(await readApart(bytesOf(text), about)).toEqual(first);
    expect(threads).toBe(2);
    const both = await Promise.all([readApart(bytesOf(text), about), readApart(bytesOf('Another.'), about)]);
    expect(both.map(({ reading }) => reading.text)).toEqual([text, 'Another.']);
  } finally {
    process.off('worker', count);
  }
});
