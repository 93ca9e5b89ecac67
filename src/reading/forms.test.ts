import { array, assert, oneof, property, string, stringMatching } from 'fast-check';
import { expect, test } from 'vitest';
import { formAt } from './forms.ts';

const printed = oneof(stringMatching(/^[A-Za-z]{1,3}$/), string({ unit: 'binary', minLength: 1, maxLength: 60 }));

test('[R181] a word is read alike whatever was read before it', () => {
  assert(
    property(array(printed, { minLength: 1, maxLength: 50 }), (words) => {
      const text = words.join(' ');
      let at = 0;
      for (const word of words) {
        const { text: own, lower } = formAt(text, at, at + word.length);
        expect([own, lower]).toEqual([word, word.toLowerCase()]);
        at += word.length + 1;
      }
    }),
    { numRuns: 500 },
  );
});
