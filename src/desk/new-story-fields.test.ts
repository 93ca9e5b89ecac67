import { expect, test } from 'vitest';
import { Command } from '../record/command.ts';
import { nameOf, noStory, openStory, wrongIn } from './new-story-fields.ts';

const flood = { ...noStory, title: ' Flood: Lower Town’s dyke ', language: 'en ', zone: ' Europe/Prague' };

test('[E68] each thing that is wrong with a new story is told at its field', () => {
  expect(Object.keys(wrongIn(noStory))).toEqual(['title', 'name', 'language', 'zone']);
  expect(wrongIn(flood)).toEqual({});
  expect(wrongIn({ ...flood, name: 'desk' })).toEqual({
    name: '“desk” is an address of the server. Take another word.',
  });
  for (const name of ['Flood', 'a--b', 'x'.repeat(81)]) {
    expect(Object.keys(wrongIn({ ...flood, name }))).toEqual(['name']);
  }
});

test('[E116] a language is a code, not its name', () => {
  for (const language of ['en', 'pt-BR', 'zh-Hant', 'ckb']) expect(wrongIn({ ...flood, language })).toEqual({});
  for (const language of ['English', 'arabic', 'e']) {
    expect(wrongIn({ ...flood, language })).toEqual({ language: 'Write its code, for instance en, uk or pt-BR.' });
  }
});

test('[E3] [E68] a story takes its name from its title, and what the desk sends is a command', () => {
  expect(nameOf(flood)).toBe('flood-lower-towns-dyke');
  expect(nameOf({ ...flood, name: 'dyke' })).toBe('dyke');
  expect(Command.parse(openStory(flood))).toEqual({
    kind: 'open-story',
    title: 'Flood: Lower Town’s dyke',
    summary: null,
    language: 'en',
    zone: 'Europe/Prague',
  });
});
