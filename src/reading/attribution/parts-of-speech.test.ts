import { array, assert, constantFrom, nat, oneof, property, stringMatching, tuple } from 'fast-check';
import lexicon from 'wink-lexicon/src/lexicon.js';
import posTagger from 'wink-pos-tagger';
import { expect, test } from 'vitest';
import { baseForm, knownOf, tagsOf } from './parts-of-speech.ts';

const tagger = posTagger();
const known = Object.keys(lexicon);

/** Words of all sorts: those that can be several things are the commonest, since all rules are about them. */
const word = oneof(
  { weight: 6, arbitrary: constantFrom(...known.filter((one) => lexicon[one]!.length > 1)) },
  { weight: 3, arbitrary: constantFrom(...known) },
  { weight: 2, arbitrary: constantFrom(...'that as so to is are be have not his an , . ( “ ’ - —'.split(' ')) },
  {
    weight: 1,
    arbitrary: constantFrom(...'1990s 1920s mid-1990s 17 1/2 2,000 3.5 4th Née Žilina U.S. Mr.'.split(' ')),
  },
  { weight: 1, arbitrary: stringMatching(/^[A-Za-z]{1,4}(s|es|ies|ing|ed|ly|er|est|men|ves)?$/) },
  { weight: 1, arbitrary: constantFrom(..."ai ca wo sha 'll 've 'm 're n't 'd 's Ca AI".split(' ')) },
);
const printed = tuple(word, nat(5)).map(([one, n]) => (n === 0 ? one[0]!.toUpperCase() + one.slice(1) : one));

test('[R180] words have the parts of speech, and verbs the base forms, that the package gives them', () => {
  assert(
    property(array(printed, { minLength: 1, maxLength: 30 }), (words) => {
      const theirs = tagger.tagRawTokens(words);
      const ours = words.map(knownOf);
      const tags = tagsOf(ours);
      expect(tags).toEqual(theirs.map(({ pos }) => pos));
      for (const [i, tag] of tags.entries())
        if (/^[VM]/.test(tag)) expect(baseForm(ours[i]!, tag)).toBe(theirs[i]!.lemma);
    }),
    { numRuns: 3000 },
  );
});
