import { describe, expect, test } from 'vitest';
import { dateText, dueText, isOneDay } from './days.ts';
import { settingOf } from './setting.ts';

const zone = 'Europe/Prague';
const setting = settingOf({ story: 'river-flood', language: 'en', zone, moment: '2024-09-15T08:00:00.000Z' });
const when = (from: string, to: string | null) => ({ from, to, zone, words: null });
const text = (made: { text: string }) => made.text.replace(/<[^>]*>/g, '');

describe('times near the day of reading', () => {
  test.each([
    ['2024-09-15', '2024-09-15', 'today (Sunday 15 September)'],
    ['2024-09-15T10:00', '2024-09-15T18:00', 'today (Sunday 15 September), 10:00 to 18:00'],
    ['2024-09-15T10:00', null, 'from today (Sunday 15 September), 10:00, end not known'],
    ['2024-09-15', '2024-09-15T18:00', '15 September 2024 to 15 September 2024, 18:00'],
    ['2024-09-15T10:00', '2024-09-15', '15 September 2024, 10:00 to 15 September 2024'],
  ])('[P60] %s until %s has the clock at the ends at which somebody said one', (from, to, said) => {
    expect(text(dueText(setting, when(from, to)))).toBe(said);
  });

  test.each([
    ['2024-09-15T10:00', '2024-09-15T18:00', '15 September, 10:00 to 18:00'],
    ['2024-09-15', '2024-09-15T18:00', '15 September to 15 September, 18:00'],
    ['2024-09-15T10:00', '2024-09-15', '15 September, 10:00 to 15 September'],
  ])('[P60] that is past: %s until %s', (from, to, said) => {
    const made = dateText(setting, when(from, to));
    expect(text(made)).toBe(said);
    expect(made.text).not.toMatch(/datetime="">|><\/time>/);
    expect(isOneDay(when(from, to))).toBe(from.length === to.length);
  });
});
