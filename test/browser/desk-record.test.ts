import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { SubjectTerms, Value } from '../../src/journal/subjects/subject.ts';
import type { CommandOf } from '../../src/record/command.ts';
import { publishPost } from '../newsroom.ts';
import { violations } from './axe.ts';
import { story, withSite, type Site } from './site.ts';

const iban = 'CZ65 0800 0000 1920 0014 5399';
const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const };
let site: Site;
withSite((fresh) => (site = fresh));

/** The desk's own voice states something of a subject, which it opens where terms are given. */
function stating(value: Value, opens: { name: string; terms: SubjectTerms } | null = null): CommandOf<'publish'> {
  return {
    ...(publishPost('Something was stated.') as CommandOf<'publish'>),
    subjects: opens === null ? [] : [{ ref: 'new-1', ...opens, sides: [] }],
    statements: [
      {
        subject: opens === null ? 'subject-1' : 'new-1',
        by: null,
        via: [],
        channel: null,
        mode: 'says',
        value,
        happened: null,
        said: null,
        excerpt: null,
        links: [],
      },
    ],
  };
}

const appeal = stating(
  { kind: 'appeal', charity: 'Dry Feet', charityNumber: null, from: null, until: null, ways: [] },
  { name: 'Help after the flood', terms: { kind: 'appeal', beneficiary: 'the lower town' } },
);

const houses = (best: number): Value => ({
  kind: 'figure',
  what: 'houses under water',
  where: 'lower town',
  period: null,
  cumulative: null,
  unit: null,
  bound: 'exactly',
  low: null,
  best,
  high: null,
  words: String(best),
});
const figure = { name: 'Houses under water', terms: { kind: 'figure' } } as const;

const board = (desk: Page) => desk.getByRole('button', { name: 'Board', exact: true }).click();

describe('payment details at the desk', () => {
  test('[E118] [E119] what is typed stays while something else is looked at, and is recorded once, however often it is sent', async () => {
    await site.send(story, appeal);
    const desk = await site.openDesk(story);
    const open = () => desk.getByRole('button', { name: 'Enter payment details…' }).click();
    await board(desk);
    await open();
    const form = desk.getByRole('group', { name: 'Enter payment details for Help after the flood' });
    await form.getByLabel('In whose name the account is').fill('Dry Feet');
    await form.getByLabel('What it is').fill('Reference');
    await form.getByLabel('The number or words themselves').fill('FLOOD');
    await desk.keyboard.press('Escape');
    await desk.getByRole('button', { name: 'Posts', exact: true }).click();
    await board(desk);
    await open();
    expect(await form.getByLabel('In whose name the account is').inputValue()).toBe('Dry Feet');
    // What is sent arrives, and the answer is lost.
    await desk.route('**/commands', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await form.getByRole('button', { name: 'Enter them, to be confirmed' }).click();
    await desk.locator('.payments .problem').waitFor();
    await desk.unroute('**/commands');
    await form.getByRole('button', { name: 'Enter them, to be confirmed' }).click();
    await desk.locator('.said').getByText('Revision 3.').waitFor();
    expect(await desk.getByRole('listitem', { name: /^Payment details/ }).count()).toBe(1);
    await open();
    expect(await form.getByLabel('In whose name the account is').inputValue()).toBe('');
  });

  test('[E60] [E61] [E62] one person enters them, only another confirms them, and then readers see them', async () => {
    await site.send(story, appeal);
    const [reader, ana] = [await site.open(`/${story}`), await site.openDesk(story, 'Ana')];
    await board(ana);
    await ana.getByRole('button', { name: 'Enter payment details…' }).click();
    const form = ana.getByRole('group', { name: 'Enter payment details for Help after the flood' });
    await form.getByText('somebody else must confirm them').waitFor();
    await form.getByLabel('In whose name the account is').press('Control+Enter');
    await form.getByText('Write in whose name the account is.').waitFor();
    const payee = form.getByLabel('In whose name the account is');
    expect(await payee.evaluate('document.activeElement.getAttribute("aria-invalid")')).toBe('true');
    await payee.fill('Dry Feet, o.p.s.');
    await form.getByLabel('What it is').fill('IBAN');
    await form.getByLabel('The number or words themselves').fill(iban);
    await ana.keyboard.press('Control+Enter');
    const entered = ana.locator('#desk-payment-1');
    await entered.getByText('You entered these: somebody else must confirm them.').waitFor();
    expect(await entered.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
    await reader.locator('#subject-1').getByText('Payment details are being checked').waitFor();
    expect(await reader.content()).not.toContain(iban);

    const ben = await site.openDesk(story, 'Ben');
    await ben.getByRole('button', { name: /^Due \(\d+\)$/ }).click();
    const item = ben.locator('[data-due=payment-unconfirmed]');
    await item.getByText(iban).waitFor();
    await item.getByRole('button', { name: 'Confirm payment-1…' }).click();
    await item.locator('input:focus').waitFor();
    await ben.keyboard.press('Control+Enter');
    await item.getByText('Compare them first').waitFor();
    await item.getByRole('checkbox').check();
    await item.getByRole('button', { name: 'Confirm payment-1', exact: true }).click();
    await reader.locator('#payment-1').getByText(iban).waitFor();
    await entered.getByText('Entered by Ana, confirmed by Ben: readers see them and can pay.').waitFor();
    expect(await item.count()).toBe(0);

    await entered.getByRole('button', { name: 'Withdraw payment-1' }).click();
    await entered.getByLabel(/^Why payment-1 is withdrawn/).fill('The account is closed.');
    await ana.keyboard.press('Control+Enter');
    await reader.locator('#subject-1').getByText('no longer valid').waitFor();
    expect(await reader.content()).not.toContain(iban);
  });

  test('[E61] payment details are taken down, and no open page or desk holds them', async () => {
    await site.send(story, appeal);
    const lines = [{ label: 'IBAN', text: iban }];
    const details = { subject: 'subject-1', country: null, payee: 'Hana Nova', lines, validUntil: null } as const;
    await site.send(story, { kind: 'enter-payment', seen: 2, ...details });
    const desk = await site.openDesk(story, 'Ben');
    await board(desk);
    const payment = desk.locator('#desk-payment-1');
    await payment.getByText('Hana Nova').waitFor();
    await payment.getByRole('button', { name: 'Take down payment-1…' }).click();
    await payment.getByLabel('On what ground').selectOption('for somebody’s privacy');
    await payment.getByLabel('Type payment-1 to confirm').fill('payment-1');
    await payment.getByRole('button', { name: 'Take payment-1 down for good' }).click();
    await payment.getByText(/^Payment details taken down/).waitFor();
    expect(await desk.content()).not.toMatch(/Hana|CZ65/);
    expect(await payment.getByRole('button').count()).toBe(0);
  });
});

describe('every statement of a subject', () => {
  test('[E65] what a newer statement replaced is opened, corrected and taken down; the newer one stands', async () => {
    await site.send(story, stating(houses(17), figure));
    await site.send(story, stating(houses(40)));
    const [reader, desk] = [await site.open(`/${story}/subject-1`), await site.openDesk(story)];
    await board(desk);
    await desk.getByRole('button', { name: 'What was stated before…' }).click();
    const old = desk.locator('.earlier #desk-statement-1');
    await old.waitFor();
    await old.focus();
    await desk.keyboard.press('c');
    await desk.getByLabel('Words of the number, as printed').fill('19');
    await desk.getByLabel('Best').fill('19');
    await desk.locator('.foretold q').waitFor();
    await desk.getByLabel('What was wrong').fill('Misheard.');
    await desk.keyboard.press('Control+Enter');
    await desk.getByText('Published as revision 4.').waitFor();
    await desk.locator('.earlier #desk-statement-3').waitFor();
    expect(await desk.locator('.subject > ul').textContent()).toContain('40');
    await old.getByText(/corrected by statement-3: Misheard/).waitFor();
    expect(await old.getByRole('button', { name: 'Correct' }).count()).toBe(0);
    await old.getByRole('button', { name: 'Take down statement-1…' }).click();
    await old.getByLabel('On what ground').selectOption('on a legal ground');
    await old.getByLabel('Type statement-1 to confirm').fill('statement-1');
    await old.getByRole('button', { name: 'Take statement-1 down for good' }).click();
    await old.getByText(/^taken down .*, on a legal ground$/).waitFor();
    await reader.reload();
    expect(await reader.locator('#statement-1').textContent()).toContain('Taken down');
    expect(await reader.locator('#statement-3').textContent()).toContain('19');
  });
});

describe('a figure on a subject that is there', () => {
  test('[E63] [E64] takes over what it counts; the desk says why it differs, and what the board will say', async () => {
    await site.send(story, stating(houses(17), figure));
    const desk = await site.openDesk(story);
    await desk.getByRole('button', { name: 'Add one in the desk’s own voice' }).click();
    const statement = desk.locator('#statement-s1');
    await statement.getByLabel('What it is about').selectOption('Houses under water');
    expect(await statement.getByLabel('What is counted').inputValue()).toBe('houses under water');
    expect(await statement.getByLabel('Where').inputValue()).toBe('lower town');
    await statement.getByText('Counts the same as the desk’s “17”: the two are compared.').waitFor();
    await statement.getByLabel('Words of the number, as printed').fill('some 300');
    await statement.getByLabel('Meant as').selectOption('about');
    await statement.getByLabel('Best').fill('300');
    const foretold = statement.getByText(/^The board will say of Houses under water:/);
    await foretold.waitFor();
    await statement.getByLabel('Where').fill('the district');
    await statement.getByText('where (here “the district”, there “lower town”)').waitFor();
    await desk.getByRole('button', { name: 'It counts what the desk’s “17” counts' }).click();
    expect(await statement.getByLabel('Where').inputValue()).toBe('lower town');
    await statement.getByLabel('Where').fill('the district');
    await expect.poll(() => foretold.textContent()).toContain('ifferent');
    const line = await foretold.locator('q').textContent();
    await desk.keyboard.press('Control+Enter');
    await desk.getByText('Published as revision 3.').waitFor();
    const reader = await site.open(`/${story}`);
    expect(await reader.locator('#subject-1 [data-standing]').textContent()).toBe(line);
  });
});

test('[E66] no barrier is found by machine in the forms for payment details and in what was stated before', async () => {
  await site.send(story, appeal);
  const lines = [{ label: 'IBAN', text: iban }];
  const details = { subject: 'subject-1', country: null, payee: 'Dry Feet', lines, validUntil: null } as const;
  await site.send(story, { kind: 'enter-payment', seen: 2, ...details });
  for (const options of [{}, phone]) {
    const desk = await site.openDesk(story, 'Ben', options);
    for (const key of ['Escape', 's', 'b']) await desk.keyboard.press(key);
    await desk.getByRole('button', { name: 'What was stated before…' }).click();
    await desk.getByRole('button', { name: 'Confirm payment-1…' }).click();
    await desk.getByRole('button', { name: 'Confirm payment-1', exact: true }).click();
    expect(await violations(desk)).toEqual([]);
    await desk.getByRole('button', { name: 'Leave it unconfirmed' }).click();
    await desk.getByRole('button', { name: 'Enter payment details…' }).click();
    await desk.getByRole('button', { name: 'Enter them, to be confirmed' }).click();
    await desk.getByText('Write the number itself.').waitFor();
    expect(await violations(desk)).toEqual([]);
  }
});
