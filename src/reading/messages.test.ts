import { describe, expect, test } from 'vitest';
import { processorTime } from '../../test/processor-time.ts';
import type { Reading } from './reading.ts';
import { read } from './read.ts';

const head = 'From: ana@desk.example\nDate: Tue, 08 Jun 2032 10:00:00 +0100\nSubject: The river\n\n';
const readMail = (body: string): Reading =>
  read(new TextEncoder().encode(head + body), { contentType: 'message/rfc822', fileName: null });
const told = (body: string): string[] =>
  readMail(body).times.map(({ words, from }) => `${words} = ${from ?? 'unknown'}`);

describe('messages in a mail', () => {
  test.each([
    ['---------- Forwarded message ---------\nFrom: Control <c@x.example>\nDate: Thu, 3 Jun 2032 at 09:12\nTo: Ana'],
    ['-----Original Message-----\nFrom: Control\nSent: Thursday, June 3, 2032 9:12 AM\nTo: Ana\nSubject: Dam'],
    ['Begin forwarded message:\n\nFrom: Control\nSubject: Dam\nDate: 3 June 2032 at 09:12:00 BST\nTo: Ana'],
    ['From: Control <control@river-authority.example>\nSent: Thursday, 3 June 2032 09:12\nTo: Ana Lind'],
  ])('[R266] times of one that is forwarded count from the date in its header: %s', (header) => {
    const times = told(`They left yesterday.\n\n${header}\n\nThe dam broke yesterday. It will be mended tomorrow.`);
    expect(times[0]).toBe('yesterday = 2032-06-07');
    expect(times.slice(-2)).toEqual(['yesterday = 2032-06-02', 'tomorrow = 2032-06-04']);
  });

  test('[R266] one after the other, and one within what another quotes', () => {
    const inner = '> -----Original Message-----\n> From: Eva\n> Sent: 1 June 2032\n>\n> The dam broke yesterday.\n';
    const outer = '---- Forwarded message ----\nDate: 3 June 2032\n\nThe gate shut yesterday.\n\n';
    const times = told(`${outer}${inner}\nThey left yesterday.`).filter((time) => time.startsWith('yesterday'));
    expect(times).toEqual(['yesterday = 2032-06-02', 'yesterday = 2032-05-31', 'yesterday = 2032-06-02']);
  });

  test('[R266] words that are answered count from the line above them, and the answer from its own day', () => {
    const line = 'On Thu, 3 Jun 2032 at 09:12, Control <c@x.example> wrote:\n';
    expect(told(`${line}> The dam broke yesterday.\n\nIt was mended yesterday.`).slice(-2)).toEqual([
      'yesterday = 2032-06-02',
      'yesterday = 2032-06-07',
    ]);
  });

  test.each(['From: Control\nTo: Ana', 'From: Control\nDate: 03/06/2032\nTo: Ana'])(
    '[R266] a header that prints no date, or one that can be read in two ways, gives none: %s',
    (header) => {
      const body = `They left yesterday.\n\n----- Forwarded message -----\n${header}\n\nThe dam broke last week.`;
      expect(told(body).at(-1)).toBe('last week = unknown');
      const holes = readMail(body).holes.filter(({ code }) => code === 'time-without-anchor');
      expect(holes.map(({ message }) => message)).toEqual(['“last week” counts from a day that is not known.']);
    },
  );

  test('[R266] a text that only prints “From:” holds no message', () => {
    expect(told('From: the river to the sea.\n\nThey left yesterday.')).toEqual(['yesterday = 2032-06-07']);
  });

  test('[R266] the time grows with the length of the mail', () => {
    const quoted = '> -----Original Message-----\n> From: Eva\n> Date: 1 June 2032\n>\n> It broke yesterday.\n>\n';
    const timeOf = (times: number): number => {
      const started = processorTime();
      readMail(quoted.repeat(times));
      return processorTime() - started;
    };
    timeOf(100);
    expect(timeOf(400)).toBeLessThan(timeOf(100) * 12 + 200);
  });
});
