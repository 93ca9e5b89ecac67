import { expect, test } from 'vitest';
import { sentencesOf, type Sentence } from '../sentences.ts';
import { standCues, stateIn } from './cues.ts';
import { hintsOf, mayGive } from './hints.ts';
import { speaksOfRoutes } from './route-states.ts';

const sentenceOf = (text: string): Sentence => sentencesOf(text, { start: 0, end: text.length })[0]!;

const routes = `evacuated|airlifts|a convoy|rescued|to rescue|Safe corridors|relief exits|aid columns|escape trucks|aid lorries|relief ships|aid shipments|
  columns of vehicles|delivered new supplies|routes from|passage: north|boats had left|ferries arrived|the buses departed|helicopters took some|
  Persons fled|villagers escaped|civilians can go|inhabitants were moved|residents were led|patients being flown|tourists came|
  got coaches out: get coaches out of|moved vehicles from|carried cars out of|children told to leave|trapped in it can leave|stranded in it, reached|
  besieged in it, left|families in it reached|women from it arrived|refugees of it, to leave|want to flee|wishing to leave|
  from the city of|from the town of|from the village of|from the settlement of`;
const stands = `refuses|has rejected|ruled out|will never|will not accept|would not agree|will not allow|will not recognise|would not surrender|
  will not negotiate|will not give in|would not yield|will not withdraw|will not leave|is ready to|are open to|was willing to|were prepared for|
  is demanding|demands|insists on|calls for|offered to: offers to|proposed that|pledged to|accepted|agreed to`;
const each = (phrases: string): string[] => phrases.split('|').map((phrase) => phrase.trim());

test.each(each(routes))('[R182] “%s” hints at a route', (phrase) => {
  expect(speaksOfRoutes(phrase, true)).toBe(true);
  expect(mayGive(hintsOf(sentenceOf(phrase)), 'routes')).toBe(true);
});

test.each(each(stands))('[R182] “%s” hints at a position', (phrase) => {
  const sentence = sentenceOf(phrase);
  expect(stateIn(phrase, sentence, standCues)).not.toBeNull();
  expect(mayGive(hintsOf(sentence), 'positions')).toBe(true);
});

test('[R182] words of nothing hint at nothing', () => {
  expect(hintsOf(sentenceOf('She thought about it on Monday.'))).toBe(0);
});
