import { describe, expect, test } from 'vitest';
import { Refusal, refusalCodes } from './refusal.ts';

describe('a refusal', () => {
  test('says what is wrong with the wrong value in it, why that happens and what to do next', () => {
    const refusal = new Refusal('story-unknown', { story: 'river-flod' });
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal).toMatchObject({
      code: 'story-unknown',
      sort: 'unknown',
      message: 'There is no story “river-flod”.',
      why: 'The address is mistyped, or the story was never opened.',
      next: 'Look at the list of stories.',
    });
  });

  test('shortens what was sent to one line', () => {
    const { message } = new Refusal('excerpt-not-found', { exact: `The river\n\n${'rises '.repeat(100)}` });
    expect(message).toContain('“The river rises rises');
    expect(message.length).toBeLessThan(130);
  });

  test('has a code of lower-case words joined by hyphens', () => {
    for (const code of refusalCodes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
