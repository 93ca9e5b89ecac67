import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../src/record/command.ts';
import { publishPost } from '../newsroom.ts';
import { violations } from './axe.ts';
import { story, withSite, type Site } from './site.ts';

const report = `Water in the lower town

The mayor, Eva Lind, said on Monday: “At least 17 houses are under water.”

The fire brigade said nobody was hurt.`;
let site: Site;
withSite((fresh) => (site = fresh));

const box = (desk: Page) => desk.getByRole('textbox', { name: 'What happened' });
const published = (desk: Page, revision: number) => desk.getByText(`Published as revision ${revision}.`).waitFor();
const revisionOn = async (page: Page) =>
  Number(/revision (\d+)/.exec((await page.locator('#revision').textContent())!)![1]);

/** A planned meeting whose time has passed, in the desk's own voice, with a post. */
const pastMeeting = (text: string): CommandOf<'publish'> => ({
  ...(publishPost(text) as CommandOf<'publish'>),
  subjects: [
    {
      ref: 'new-1',
      name: 'Talks on the dyke',
      terms: { kind: 'meeting', who: ['Town', 'Dyke board'], level: null, mediator: null, where: null },
      sides: [],
    },
  ],
  statements: [
    {
      subject: 'new-1',
      by: null,
      via: [],
      channel: null,
      mode: 'says',
      value: {
        kind: 'meeting',
        state: 'planned',
        when: { from: '2024-09-15T09:00', to: '2024-09-15T10:00', zone: null, words: null },
        outcome: 'Hana Nova brings the plans',
      },
      happened: { from: '2024-09-15', to: '2024-09-15', zone: null, words: null },
      said: null,
      excerpt: null,
      links: [],
    },
  ],
});

describe('the desk', () => {
  test('[E15] plain text and one key publish; every open page has it within a second', async () => {
    const [reader, desk] = [await site.open(`/${story}`), await site.openDesk(story)];
    await desk.keyboard.type('The dam holds.');
    const start = Date.now();
    await desk.keyboard.press('Control+Enter');
    await reader.getByRole('status').getByText('1 new update').waitFor();
    expect(Date.now() - start).toBeLessThan(1000);
    await published(desk, 2);
    expect(await box(desk).textContent()).toBe('');
    await desk.keyboard.type('And it still holds.');
    await desk.keyboard.press('Control+Enter');
    await published(desk, 3);
  });

  test('[E16] one act, whole page: stream, board, key points and the page without script carry one revision within a second', async () => {
    const reader = await site.open(`/${story}`);
    await reader.locator('#settings summary').click();
    await reader.getByLabel('as they come').check();
    const desk = await site.openDesk(story);

    // A report comes in; its suggestion is taken with one key.
    await desk.getByLabel('Paste a report, or its address').fill(report);
    await desk.getByRole('button', { name: 'Take in', exact: true }).click();
    await desk.locator('.report-text mark').first().waitFor();
    expect(await desk.getByRole('textbox', { name: 'Text of the report' }).textContent()).toContain('nobody was hurt');
    for (const key of ['Escape', 'r', 'j', 'a']) await desk.keyboard.press(key);
    await desk.getByText('Taken as a statement').waitFor();
    await desk.keyboard.press('d');
    const statement = desk.locator('#statement-s1');
    await statement.getByLabel('What it is about').selectOption('new figure');
    await statement.getByLabel('Name of the subject').fill('Houses under water');
    await statement.getByLabel('The new party is').selectOption('person');
    await box(desk).fill('At least 17 houses are under water, the mayor says.');
    await desk.getByRole('checkbox', { name: 'Key point' }).check();

    const start = Date.now();
    await desk.getByRole('button', { name: 'Publish', exact: true }).click();
    await reader.locator('#post-1').waitFor();
    expect(Date.now() - start).toBeLessThan(1000);

    const plain = await site.open(`/${story}`, { javaScriptEnabled: false });
    for (const page of [reader, plain]) {
      expect(await revisionOn(page)).toBe(2);
      expect(await page.locator('#stream').textContent()).toContain('the mayor says');
      expect(await page.locator('#key-points').textContent()).toContain('the mayor says');
      const subject = page.locator('#board-figure #subject-1');
      expect(await subject.textContent()).toContain('Houses under water');
      // "Why?" opens the exact words, without script too.
      await subject.locator('summary').first().click();
      expect(await subject.locator('blockquote, q').first().textContent()).toContain(
        'At least 17 houses are under water.',
      );
      expect(await subject.textContent()).toContain('Eva Lind');
    }
  });

  test('[E17] correcting, pinning and withdrawing by key reach the reader', async () => {
    await site.send(story, publishPost('The dam at Altdorf holds.', { headline: 'Dam' }));
    const [reader, desk] = [await site.open(`/${story}`), await site.openDesk(story)];
    await desk.locator('#desk-post-1').waitFor();
    for (const key of ['Escape', 's', 'j', 'p']) await desk.keyboard.press(key);
    await reader.locator('#pinned').getByText('The dam at Altdorf holds.').waitFor();
    await desk.keyboard.press('c');
    const text = desk.getByRole('textbox', { name: 'What the post says now' });
    await text.fill('The dam at Neudorf holds.');
    await desk.getByLabel('What was wrong').fill('It is the dam of Neudorf.');
    await desk.keyboard.press('Control+Enter');
    await reader.locator('#post-1').getByText('It is the dam of Neudorf.').waitFor();
    expect(await reader.locator('#post-1').textContent()).toContain('The dam at Altdorf holds.');
    await published(desk, 4);
    await desk.locator('#desk-post-1').getByText('Neudorf').first().waitFor();
    for (const key of ['Escape', 's', 'w']) await desk.keyboard.press(key);
    await desk.getByLabel(/^Why post-1 is withdrawn/).fill('Nobody has been there.');
    await desk.getByRole('button', { name: 'Withdraw post-1' }).click();
    await reader.locator('#post-1').getByText('Nobody has been there.').waitFor();
  });

  test('[E7] of two who correct one post at once, the second sees both versions and loses no word', async () => {
    await site.send(story, publishPost('The dam at Altdorf holds.'));
    const desk = await site.openDesk(story, 'Ben');
    await desk.locator('#desk-post-1').click();
    await desk.locator('#desk-post-1').getByRole('button', { name: 'Correct' }).click();
    await desk.getByRole('textbox', { name: 'What the post says now' }).fill('The dam at Oberdorf holds.');
    await desk.getByLabel('What was wrong').fill('It is Oberdorf.');
    await site.newsroom.send(story, {
      kind: 'correct-post',
      seen: 2,
      post: 'post-1',
      headline: null,
      body: [{ kind: 'paragraph', runs: [{ text: 'The dam at Neudorf holds.' }] }],
      note: 'It is Neudorf.',
    });
    await desk.getByRole('button', { name: 'Publish the correction' }).click();
    const both = desk.getByRole('region', { name: 'What stands now' });
    await both.getByText('The dam at Neudorf holds.').waitFor();
    expect(await desk.getByRole('textbox', { name: 'What the post says now' }).textContent()).toContain('Oberdorf');
    await desk.getByRole('button', { name: 'Send mine over it' }).click();
    await published(desk, 4);
    expect(site.newsroom.stories.get(story).record.posts.at(0)!.corrections).toHaveLength(2);
  });

  test('[E5] a reload loses no word, and a server that is away loses none either', async () => {
    const desk = await site.openDesk(story);
    await desk.keyboard.type('Half a sentence that');
    await desk.waitForTimeout(200);
    await desk.reload();
    await box(desk).getByText('Half a sentence that').waitFor();
    await desk.context().setOffline(true);
    await box(desk).focus();
    await desk.keyboard.press('Control+End');
    await desk.keyboard.type(' was finished offline.');
    await desk.keyboard.press('Control+Enter');
    await desk
      .getByText(/No connection|not published/i)
      .first()
      .waitFor();
    await desk.context().setOffline(false);
    await box(desk).focus();
    await desk.keyboard.press('Control+Enter');
    await published(desk, 2);
    const { posts } = site.newsroom.stories.get(story).record;
    expect([posts.length, JSON.stringify(posts.at(0)!.body)]).toEqual([
      1,
      expect.stringContaining('that was finished offline.'),
    ]);
  });

  test('[E2] what is pasted is cleaned, and nothing of it runs', async () => {
    const desk = await site.openDesk(story);
    await box(desk).focus();
    await desk.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/html', '<p style="color:red" onclick="x()">Water <b>rises</b><img src=x onerror="window.hit=1"><script>window.hit=1</scr' + 'ipt></p>');
      data.setData('text/plain', 'Water rises');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`);
    await box(desk).getByText('Water rises').waitFor();
    expect(await box(desk).locator('strong').textContent()).toBe('rises');
    expect(await desk.evaluate('window.hit')).toBeUndefined();
  });

  test('[E18] ? lists the keys, and no barrier is found by machine, at the desk and on a phone', async () => {
    await site.send(story, publishPost('The dam holds.', { headline: 'Dam', key: true }));
    for (const options of [{}, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }]) {
      const desk = await site.openDesk(story, 'Ana', options);
      await desk.locator('#desk-post-1').waitFor({ state: 'attached' });
      expect(await violations(desk)).toEqual([]);
      await desk.keyboard.press('Escape');
      await desk.keyboard.press('?');
      await desk.getByRole('dialog').getByText('Ctrl').first().waitFor();
      expect(await violations(desk)).toEqual([]);
    }
  });

  test('[E26] an overdue meeting is due, in a sentence that leads to it, until anybody says what came of it', async () => {
    const desk = await site.openDesk(story);
    await desk.getByRole('button', { name: 'Due (0)', exact: true }).waitFor();
    await site.send(story, pastMeeting('The talks are on Sunday.'));
    await desk.getByRole('button', { name: 'Due (1)', exact: true }).click();
    const item = desk.locator('.due li');
    expect(await item.locator('p').textContent()).toMatch(
      /^Talks on the dyke: the time that the desk stated has passed, and nobody states an outcome. Since .*2024/,
    );
    await item.getByRole('button', { name: 'Look at statement-1 on the board' }).click();
    await desk.locator('#desk-statement-1:focus').waitFor();
    expect(await desk.locator('.subject').textContent()).toContain('overdue: no outcome recorded');

    for (const key of ['b', 'b']) await desk.keyboard.press(key);
    await item.waitFor();
    await site.send(story, {
      kind: 'withdraw-statement',
      seen: 2,
      statement: 'statement-1',
      reason: 'There were no such talks.',
    });
    await desk.getByText('Nothing is due.').waitFor();
    await desk.getByRole('button', { name: 'Due (0)', exact: true }).waitFor();
  });

  test('[E27] [E28] a post is taken down on a ground and by its name; no open page holds a word of it', async () => {
    await site.send(story, publishPost('Hana Nova hides in the mill.', { headline: 'Mill', key: true, pinned: true }));
    const [reader, desk] = [await site.open(`/${story}`), await site.openDesk(story)];
    await reader.locator('#post-1').getByText('Hana Nova').waitFor();
    const post = desk.locator('#desk-post-1');
    await post.click();
    await post.getByRole('button', { name: 'Take down…' }).click();
    const form = desk.getByRole('group', { name: 'Take down post-1' });
    await form.getByText('gone for good, everywhere and from the past too').waitFor();
    const go = form.getByRole('button', { name: 'Take post-1 down for good' });
    await go.click();
    await form.getByText('Needs: the ground; post-1, typed exactly so.').waitFor();
    await form.getByLabel('On what ground').selectOption('for somebody’s safety');
    await form.getByLabel('Type post-1 to confirm').fill('post-2');
    await go.click();
    await form.getByText('Needs: post-1, typed exactly so.').waitFor();
    expect(site.newsroom.stories.get(story).record.posts.at(0)!.removed).toBeNull();

    await form.getByLabel('Type post-1 to confirm').fill('post-1');
    await go.click();
    await reader.locator('#post-1').getByText('Taken down').waitFor();
    await post.getByText(/^taken down .*, for somebody’s safety$/).waitFor();
    const plain = await site.open(`/${story}`, { javaScriptEnabled: false });
    for (const page of [reader, plain, desk]) expect(await page.content()).not.toMatch(/Hana|Nova|hides|mill/i);
    expect(await reader.locator('#post-1').textContent()).toContain("for somebody's safety");
    expect(await post.getByRole('button').count()).toBe(0);
  });

  test('[E27] [E28] a statement of the board is taken down, and its post stays', async () => {
    await site.send(story, pastMeeting('The talks are on Sunday.'));
    const [reader, desk] = [await site.open(`/${story}`), await site.openDesk(story)];
    await reader.locator('#subject-1').getByText('Hana Nova').first().waitFor({ state: 'attached' });
    await desk.getByRole('button', { name: 'Board', exact: true }).click();
    await desk.getByRole('button', { name: 'Take down statement-1…' }).click();
    const form = desk.getByRole('group', { name: 'Take down statement-1' });
    await form.getByLabel('On what ground').selectOption('for somebody’s privacy');
    await form.getByLabel('Type statement-1 to confirm').fill('statement-1');
    await form.getByRole('button', { name: 'Take statement-1 down for good' }).click();
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => reader.content()).not.toContain('Hana Nova');
    expect(await desk.content()).not.toContain('Hana Nova');
    const { statements, posts } = site.newsroom.stories.get(story).record;
    expect([statements.at(0)!.removed?.ground, posts.at(0)!.removed]).toEqual(['privacy', null]);
  });

  test('[E27] [E29] a withdrawn post is taken down with the statements that are ticked', async () => {
    await site.send(story, pastMeeting('Hana Nova comes on Sunday.'));
    await site.send(story, { kind: 'withdraw-post', seen: 2, post: 'post-1', reason: 'Hana Nova does not come.' });
    const [reader, desk] = [await site.open(`/${story}`), await site.openDesk(story)];
    const post = desk.locator('#desk-post-1');
    await post.click();
    await post.getByRole('button', { name: 'Take down…' }).click();
    const form = desk.getByRole('group', { name: 'Take down post-1' });
    await form.getByRole('checkbox', { name: /^statement-1: / }).check();
    await form.getByLabel('On what ground').selectOption('on a legal ground');
    await form.getByLabel('Type post-1 to confirm').fill('post-1');
    await form.getByRole('button', { name: 'Take post-1 down for good' }).click();
    await post.getByText(/^taken down .*, on a legal ground$/).waitFor();
    await expect.poll(() => reader.content()).not.toContain('Hana Nova');
    expect(await desk.content()).not.toContain('Hana Nova');
    expect(await post.getByRole('button').count()).toBe(0);
  });

  test('[E30] no barrier is found by machine in what is due and in the form that takes down', async () => {
    await site.send(story, pastMeeting('The talks are on Sunday.'));
    for (const options of [{}, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }]) {
      const desk = await site.openDesk(story, 'Ana', options);
      for (const key of ['Escape', 's', 'b', 'b', 'b']) await desk.keyboard.press(key);
      await desk.locator('.due li').waitFor();
      expect(await violations(desk)).toEqual([]);
      await desk.getByRole('button', { name: 'Posts', exact: true }).click();
      await desk.locator('#desk-post-1').click();
      await desk.locator('#desk-post-1').getByRole('button', { name: 'Take down…' }).click();
      await desk.getByRole('button', { name: 'Take post-1 down for good' }).click();
      await desk.getByText('Needs: the ground').waitFor();
      expect(await violations(desk)).toEqual([]);
    }
  });
});
