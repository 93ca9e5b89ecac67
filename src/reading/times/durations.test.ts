import { describe, expect, test } from 'vitest';
import { only, read, told } from '../../../test/told-times.ts';

describe('how long and how often', () => {
  test.each([
    ['for two and a half years', 'two and a half years = P2Y6M [? – ?]'],
    ['for half an hour', 'half an hour = PT30M [? – ?]'],
    ['for a quarter of an hour', 'a quarter of an hour = PT15M [? – ?]'],
    ['in a two-day truce', 'two-day = P2D [? – ?]'],
    ['for several weeks', 'several weeks = PXW [? – ?]'],
    ['for the past four days', 'the past four days = P4D [2022-03-06 – 2022-03-10]'],
    ['in the last week', 'the last week = P1W [2022-03-03 – 2022-03-10]'],
    ['over the past two years', 'the past two years = P2Y [2020 – 2022-03-10]'],
    ['within the next 48 hours', 'the next 48 hours = PT48H [2022-03-10 – 2022-03-12]'],
    ['over the next ten days', 'the next ten days = P10D [2022-03-10 – 2022-03-20]'],
    ['in coming weeks', 'coming weeks = PXW [2022-03-10 – ?]'],
    ['in the weeks ahead', 'the weeks ahead = PXW [2022-03-10 – ?]'],
    ['in recent weeks', 'recent weeks = PXW [? – 2022-03-10]'],
    ['in recent weeks and months', 'recent weeks and months = PXW [? – 2022-03-10]'],
    ['for twenty four hours', 'twenty four hours = PT24H [? – ?]'],
  ])('[R131] %s', (words, time) => {
    expect(told(`The guns were silent ${words}.`)).toEqual([time]);
  });

  test.each([
    ['for two to three weeks', 'two to three weeks = P2W [? – ?]'],
    ['for 12-18 months', '12-18 months = P12M [? – ?]'],
    ['for a month or two', 'a month or two = P1M [? – ?]'],
    ['over the next five to ten days', 'the next five to ten days = P5D [2022-03-10 – ?]'],
  ])('[R261] of two amounts the smaller is certain, and nobody knows the end: %s', (words, time) => {
    const text = `The bridge will stay shut ${words}.`;
    expect(told(text)).toEqual([time]);
    expect(only(text).mod).toBe('EQUAL_OR_MORE');
  });

  test.each([
    ['The first three months of 2019 were wet.', 'The first three months = P3M [2019-01 – 2019-03]'],
    ['The last two weeks of August were dry.', 'The last two weeks = P2W [2021-08-18 – 2021-08-31]'],
    ['It rained on the final two days of last week.', 'the final two days = P2D [2022-03-05 – 2022-03-06]'],
    ['The first 40 days of February were dry.', 'The first 40 days = P40D [? – ?]'],
    ['The last two weeks of the strike were quiet.', 'The last two weeks = P2W [2022-02-24 – 2022-03-10]'],
  ])('[R262] so many units of a time that is named lie within it: %s', (text, time) => {
    expect(told(text)[0]).toBe(time);
  });

  test.each([
    ['In the weeks before the flood the dam was mended.', ['weeks']],
    ['It followed months of talks.', ['months']],
    ['Sales fell for the week.', ['the week']],
    ['They read the minutes of the meeting, and it was the week of the fair.', []],
    ['The town’s days of need were over.', []],
  ])('[R264] units that nobody counted: %s', (text, words) => {
    expect(read(text).map((time) => time.words)).toEqual(words);
  });

  test('[R131] what will last so long is not the last', () => {
    expect(told('The truce is to begin and last 48 hours.')).toEqual(['48 hours = PT48H [? – ?]']);
  });

  test('[R137] a year that ends on some day is a year long, and not one of the calendar', () => {
    expect(told('Profit rose in the year ended March 31.')[0]).toBe('the year = P1Y [? – ?]');
    expect(told('Profit rose in the year.')[0]).toBe('the year = 2022 [2022 – 2022]');
  });

  test.each([
    ['every Tuesday', 'XXXX-WXX-2'],
    ['on Tuesday nights', 'XXXX-WXX-2TNI'],
    ['every two weeks', 'P2W'],
    ['annually', 'P1Y'],
    ['on Sundays', 'XXXX-WXX-7'],
    ['every morning', 'XXXX-XX-XXTMO'],
    ['twice a week', 'P1W'],
  ])('[R132] what happens again and again has no stretch of its own: %s', (words, value) => {
    expect(only(`The ferry sails ${words}.`)).toMatchObject({ type: 'SET', value, from: null, to: null });
  });

  test.each([
    ['three times a year', 'P1Y'],
    ['every few weeks', 'PXW'],
    ['every two hours', 'PT2H'],
    ['every other Tuesday', 'XXXX-WXX-2'],
    ['in the past three summers', 'XXXX-SU'],
    ['on weekends', 'XXXX-WXX-WE'],
  ])('[R132] in other words: %s', (words, value) => {
    expect(only(`The ferry sails ${words}.`)).toMatchObject({ type: 'SET', value });
  });
});
