import { describe, expect, test } from 'vitest';
import { directionOf, languageAttributes } from './language.ts';
import { settingOf } from './setting.ts';
import { clockTime, printedDate, time, whenText, zoneName } from './times.ts';

const setting = settingOf({ story: 'river-flood', language: 'en', zone: 'Europe/Prague', moment: null });
const text = (made: { text: string }) => made.text.replace(/<[^>]*>/g, '');
const when = { from: '2024', to: '2024', zone: null, words: null };

describe('times', () => {
  test('[P5] a moment stands in the zone of the story, with the instant beside it', () => {
    expect(time(setting, '2024-09-15T22:05:00.000Z').text).toBe(
      '<time datetime="2024-09-15T22:05:00.000Z">16 September 2024, 00:05</time>',
    );
    expect(text(clockTime(setting, '2024-01-15T22:05:00.000Z'))).toBe('23:05 15 January 2024');
  });

  test.each([
    ['Europe/Prague', '2024-09-15T06:00:00.000Z', 'Europe/Prague, UTC+2'],
    ['Europe/Prague', '2024-01-15T06:00:00.000Z', 'Europe/Prague, UTC+1'],
    ['Asia/Kathmandu', '2024-01-15T06:00:00.000Z', 'Asia/Kathmandu, UTC+5:45'],
    ['America/St_Johns', '2024-01-15T06:00:00.000Z', 'America/St_Johns, UTC-3:30'],
    ['Pacific/Kiritimati', '2024-01-15T06:00:00.000Z', 'Pacific/Kiritimati, UTC+14'],
    ['Europe/London', '2024-01-15T06:00:00.000Z', 'Europe/London, UTC'],
    ['UTC', '2024-01-15T06:00:00.000Z', 'UTC'],
  ])('[P5] a zone is named: %s at %s', (zone, at, name) => {
    expect(zoneName(zone, at)).toBe(name);
  });

  test.each([
    [when, '2024'],
    [{ ...when, from: '2024-09', to: '2024-10' }, 'September 2024 to October 2024'],
    [{ ...when, from: '2024-09-14', to: '2024-09-14', words: 'on Saturday' }, '14 September 2024 (on Saturday)'],
    [{ ...when, from: '2024-09-14', to: null }, 'from 14 September 2024, end not known'],
    [{ ...when, from: '2024-09-14T08:00', to: '2024-09-14T08:00', zone: 'Europe/Prague' }, '14 September 2024, 08:00'],
    [
      { ...when, from: '2024-09-14T08:00', to: '2024-09-14T08:00', zone: 'Asia/Tokyo' },
      '14 September 2024, 08:00 (Asia/Tokyo)',
    ],
    [{ ...when, from: '2024-09-14T08:00', to: '2024-09-14T08:00' }, '14 September 2024, 08:00 (time zone not stated)'],
  ])('[P7] what was said of a time is no more exact than its words: %j', (said, expected) => {
    expect(text(whenText(setting, said))).toBe(expected);
  });

  test.each([
    ['2024-09-15T05:40:00Z', '15 September 2024, 07:40'],
    ['2024-09-15T05:40:00+02:00', '15 September 2024, 05:40'],
    ['2024-09-15', '15 September 2024'],
    ['2024-02-31', '2024-02-31'],
    ['2024-99', '2024-99'],
    ['Sunday, early', 'Sunday, early'],
    ['2024-09-15T05:40', '2024-09-15T05:40'],
  ])('[P7] a printed date that cannot be read stands as it is: %s', (printed, expected) => {
    expect(text(printedDate(setting, printed))).toBe(expected);
  });
});

describe('languages', () => {
  test.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['fa-AF', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ur-Latn', 'ltr'],
    ['sr', 'ltr'],
  ])('[P3] %s is written %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });

  test('[P3] a text says its language where that is not the one around it', () => {
    const arabic = settingOf({ ...setting, language: 'ar' });

    expect(languageAttributes(setting, 'en').text).toBe('');
    expect(languageAttributes(setting, 'cs').text).toBe(' lang="cs"');
    expect(languageAttributes(setting, 'ar').text).toBe(' lang="ar" dir="rtl"');
    expect(languageAttributes(setting, null).text).toBe(' lang="" dir="auto"');
    expect(languageAttributes(arabic, 'ar').text).toBe(' lang="ar"');
    expect(languageAttributes(arabic, 'en').text).toBe(' dir="ltr"');
  });
});
