import { describe, expect, test } from 'vitest';
import { only, read, told } from '../../../test/told-times.ts';

describe('times of the day', () => {
  test.each([
    ['at 10.30am', '2022-03-10T10:30', null],
    ['at 7 p.m. on Tuesday', '2022-03-08T19:00', null],
    ['at 0735 GMT', '2022-03-10T07:35', 'Etc/GMT'],
    ['at 5 p.m. EST, March 3', '2022-03-03T17:00', 'Etc/GMT+5'],
    ['at 9am IST', '2022-03-10T09:00', null],
    ['at noon Wednesday', '2022-03-09T12:00', null],
    ['at 5.30 in the morning', '2022-03-10T05:30', null],
    ['at three in the afternoon on Tuesday', '2022-03-08T15:00', null],
    ['at eleven o’clock in the evening', '2022-03-10T23:00', null],
    ['at 11 at night', '2022-03-10T23:00', null],
    ['at 2 at night', '2022-03-10T02:00', null],
    ['at 6am local time', '2022-03-10T06:00', null],
  ])('[R126] to the minute that is printed, in the zone that is named: %s', (words, value, zone) => {
    const time = only(`The shelling began ${words}.`);
    expect(time).toMatchObject({ type: 'TIME', value, from: value, to: value, zone });
  });

  test('[R126] a minute is of the day that its sentence mentions before it', () => {
    expect(told('On Tuesday the guns fell silent at 6am.').at(-1)).toContain(' = 2022-03-08T06:00 ');
  });

  test('[R126] a number before a part of a day is an hour only behind a word such as “at”', () => {
    expect(told('The blast killed three in the morning.')).toEqual([
      'the morning = 2022-03-10TMO [2022-03-10 – 2022-03-10]',
    ]);
  });

  test('[R126] five o’clock is twelve hours from itself: nobody said which', () => {
    expect(told('It rang at five o’clock.')).toEqual(['five o’clock = XXXX-XX-XXT05:00 [? – ?]']);
  });

  test.each([
    ['this morning', '2022-03-10TMO [2022-03-10 – 2022-03-10]'],
    ['yesterday evening', '2022-03-09TEV [2022-03-09 – 2022-03-09]'],
    ['at mid-afternoon yesterday', '2022-03-09TAF [2022-03-09 – 2022-03-09]'],
    ['in the early hours of Tuesday morning', '2022-03-08TMO [2022-03-08 – 2022-03-08]'],
    ['early Tuesday morning', '2022-03-08TMO [2022-03-08 – 2022-03-08]'],
    ['in the evening of that day', '2022-03-10TEV [2022-03-10 – 2022-03-10]'],
    ['on Tuesday night', '2022-03-08TNI [2022-03-08 – 2022-03-09]'],
    ['overnight', '2022-03-09TNI [2022-03-09 – 2022-03-10]'],
  ])('[R127] a part of a day is its day; a night ends on the next: %s', (words, value) => {
    expect(told(`The shelling began ${words}.`)[0]).toContain(` = ${value}`);
  });

  test.each([
    ['at 0430', '2022-03-10T04:30', null],
    ['at 0430 hours', '2022-03-10T04:30', null],
    ['at 10.30pm ET', '2022-03-10T22:30', 'America/New_York'],
    ['at 9am Bergen time', '2022-03-10T09:00', null],
    ['at 9am Pacific time', '2022-03-10T09:00', 'America/Los_Angeles'],
  ])('[R126] hours of four digits, and zones of a region: %s', (words, value, zone) => {
    expect(only(`The shelling began ${words}.`)).toMatchObject({ value, zone });
  });

  test('[R205] dawn and dusk are parts of their day behind a word such as “at”', () => {
    expect(told('Before dawn on Tuesday there were dawn raids; by nightfall the sunset clause was gone.')).toEqual([
      'dawn on Tuesday = 2022-03-08TMO [2022-03-08 – 2022-03-08]',
      'nightfall = 2022-03-08TEV [2022-03-08 – 2022-03-08]',
    ]);
  });

  test.each([
    ['from 7pm to 10pm on Tuesday', ['2022-03-08T19:00', '2022-03-08T22:00']],
    ['at 5.45am (0345 GMT) on Tuesday', ['2022-03-08T05:45', '2022-03-08T03:45', '2022-03-08']],
    ['on Monday at 7pm and 10pm on Tuesday', ['2022-03-07', '2022-03-07T19:00', '2022-03-08T22:00']],
    ['last night, and on Tuesday', ['2022-03-09TNI', '2022-03-08']],
  ])('[R206] times that are told together share their day: %s', (words, values) => {
    expect(read(`It rained ${words}.`).map(({ value }) => value)).toEqual(values);
  });

  test.each([
    ['from 9 to 11 a.m. on Tuesday', ['2022-03-08T09:00', '2022-03-08T11:00']],
    ['between 11 and 2 p.m.', ['2022-03-10T11:00', '2022-03-10T14:00']],
    ['7-9 pm', ['2022-03-10T19:00', '2022-03-10T21:00']],
    ['to 9 and 11 a.m.', ['2022-03-10T11:00']],
  ])('[R265] an hour has its half of the day in common with the one behind it: %s', (words, values) => {
    expect(read(`It is open ${words}.`).map(({ value }) => value)).toEqual(values);
  });

  test('[R206] a time that names its day takes no other', () => {
    expect(
      told('It rained on Monday night, Tuesday and late on Wednesday evening.').map((one) => one.slice(0, 25)),
    ).toEqual(['Monday night = 2022-03-07', 'Tuesday = 2022-03-08 [202', 'late on Wednesday evening']);
  });
});
