import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const reading = (text: string) => read(new TextEncoder().encode(text), { contentType: null, fileName: null });
const said = ', the fire chief Ann Lee said after it had looked at the dam.';

describe('[R274] a dateline', () => {
  it.each([
    'ARDEN, May 4 (Agency) - ',
    'ARDEN, March 12, 2031 (Agency) -- ',
    'ARDEN (AG) — ',
    'ARDEN, Norland (AG) — ',
    'PORT ARDEN — ',
    'Arden, 9 January 2031 – ',
    'Arden, Norland (Agency) - ',
  ])('“%s” is no part of what is said behind it', (dateline) => {
    const text = `${dateline}The bridge over the river was closed on Sunday because of the wind${said}`;
    const { suggestions, attributions } = reading(text);
    expect(suggestions.map(({ excerpt }) => excerpt.exact.slice(0, 10))).toEqual(['The bridge']);
    expect(text.slice(attributions[0]!.content[0]!.start).startsWith('The bridge')).toBe(true);
  });

  it('has its own date, which is not that of what happened', () => {
    const text = `ARDEN, March 12, 2031 (Agency) -- Some 40 people left the town${said}`;
    const { suggestions, proposed } = reading(text);
    expect(proposed?.date).toBe('2031-03-12');
    expect(suggestions[0]).toMatchObject({ sort: 'figure', happened: null });
    expect(suggestions[0]!.excerpt.exact.startsWith('Some 40')).toBe(true);
  });

  it.each([
    'The bridge – a new one – is closed and 20 people are hurt.',
    'NORLAND – the whole of it – has 20 bridges.',
    'He (Lee) - 20 people are hurt.',
  ])('“%s” has none', (text) => {
    expect(reading(text).suggestions.map(({ excerpt }) => excerpt.exact)).toEqual([text]);
  });
});
