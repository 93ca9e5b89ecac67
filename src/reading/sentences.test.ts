import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { pairMarks } from './marks.ts';
import { withQuotations, wordsIn, type Token } from './sentences.ts';

const piece = constantFrom(
  ..."“ ” ‘ ’ \" ' '' `` « » . , ! – - Mr U.S. U.S.A Dr farmers’ fields’ dogs’ Lind’s “Stay ‘We home.” rock’n’roll 3.5 10-15".split(
    ' ',
  ),
);
const space = constantFrom(' ', ' ', '', '\n');
const printed = array(tuple(piece, space), { maxLength: 30 }).map((pieces) => pieces.flat().join(''));

const shown = (tokens: readonly Token[]) => tokens.map(({ text, start, end, kind }) => [kind, text, start, end]);

test('[R244] a quotation and what stands around it have the words that they would have alone', () => {
  assert(
    property(printed, (text) => {
      const block = { start: 0, end: text.length };
      const { quoted } = pairMarks(text, block, null);
      const alone: Token[] = [];
      let at = 0;
      for (const one of [...quoted, null]) {
        wordsIn(text, { start: at, end: one?.outer.start ?? block.end }, alone);
        const inner = one ? wordsIn(text, one) : [];
        if (one)
          alone.push({ ...wordsIn('x', { start: 0, end: 1 })[0]!, kind: 'quotation', text: '', ...one.outer, inner });
        at = one?.outer.end ?? at;
      }
      const together = withQuotations(text, wordsIn(text, block), quoted);
      expect(shown(together)).toEqual(shown(alone));
      expect(together.map(({ inner }) => shown(inner))).toEqual(alone.map(({ inner }) => shown(inner)));
    }),
    { numRuns: 3000 },
  );
});
