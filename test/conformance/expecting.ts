import { expect } from 'vitest';
import type { Frame } from '../../src/live/frame.ts';
import type { Expected, ExpectedFrame } from './cases.ts';
import type { Answer } from './ways.ts';

/** How long, in milliseconds, what must come is waited for: a cache may answer with what is ten seconds old. */
const patience = { timeout: 20_000, interval: 50 };

/** Resolves once a check does not fail any more; fails as it does where that takes too long. */
export async function eventually(check: () => unknown): Promise<void> {
  const passes = async () => {
    await check();
    return true;
  };
  await expect.poll(passes, patience).toBe(true);
}

/** Fails where a value is another. */
export function equals(value: unknown, expected: unknown): void {
  expect(value).toEqual(expected);
}

/** Fails where a value lacks something, or has it otherwise. */
export function matches(value: object, expected: object): void {
  expect(value).toMatchObject(expected);
}

/** Fails where an answer is not as expected. */
export function checkAnswer(answer: Answer, { status = 200, answered = {}, frame, ...text }: Expected): void {
  const { headers, body } = answer;
  expect(answer.status).toBe(status);
  for (const [name, value] of Object.entries(answered)) {
    if (value === null) expect([name, headers[name]]).toEqual([name, undefined]);
    else expect([name, String(headers[name])]).toEqual([name, expect.stringContaining(value)]);
  }
  if (frame !== undefined) checkFrame(JSON.parse(body) as Frame, frame);
  checkText(body, text);
}

/** Fails where a frame is not as expected; of its parts the ids count. */
export function checkFrame({ parts, ...rest }: Frame, { parts: ids, ...expected }: ExpectedFrame): void {
  expect(rest).toMatchObject(expected);
  if (ids !== undefined) expect(parts.map(({ id }) => id)).toEqual(ids);
}

/** Fails where a text lacks words, or holds those that it must not. */
export function checkText(text: string, { holds = [], lacks = [] }: Expected): void {
  for (const words of holds) expect(text).toContain(words);
  for (const words of lacks) expect(text).not.toContain(words);
}
