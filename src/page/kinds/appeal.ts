import type { AppealValue, GivingWay } from '../../journal/subjects/appeal.ts';
import type { PaymentView } from '../../views/payment-view.ts';
import { dateText, dueText } from '../days.ts';
import { html, phrase, type Content, type Html } from '../html.ts';
import type { Setting } from '../setting.ts';
import { withoutPayable } from '../../record/kinds/payable.ts';
import { time } from '../times.ts';
import type { Words } from '../words.ts';
import type { Rendering } from './kind.ts';

/**
 * An appeal: for whom, by which charity, until when and in which ways, always as printed and not confirmed; never payable.
 *
 * What can be paid into are the payment details alone that one person of the desk entered and a second confirmed.
 */
export const appeal: Rendering<'appeal'> = {
  deed(setting, { mode, value }) {
    const { words } = setting;
    const { charity, charityNumber } = value;
    const name = charity === null ? words.appeal.charityUnknown : html`<b>${safe(words, charity)}</b>`;
    const number = charityNumber === null ? words.appeal.numberUnknown : words.appeal.number(phrase(charityNumber));
    return words.utters(mode, html`${name}, ${number}; ${validity(setting, value)} (${words.appeal.notConfirmed})`);
  },
  line(setting, { beneficiary }, { payments }) {
    const { words } = setting;
    const states = new Set(payments.map(({ state }) => state));
    return html`<p>${words.appeal.beneficiary(safe(words, beneficiary))}</p>
      ${payments.map((payment) => (payment.state === 'payable' ? paymentHtml(setting, payment) : null))}
      ${states.has('being-checked') ? html`<p>${words.appeal.beingChecked}</p>` : null}
      ${states.has('no-longer-valid') ? html`<p>${words.appeal.noLongerValid}</p>` : null}`;
  },
  about: () => null,
  below({ words }, { ways }) {
    if (ways.length === 0) return html`<p>${words.appeal.noWays}</p>`;
    const countries = [...new Set(ways.map(({ country }) => country))];
    const lines = countries.map((country) => {
      const there = ways.filter((way) => way.country === country).map((way) => wayHtml(words, way));
      return html`<br>${country === null ? words.appeal.countryUnknown : safe(words, country)}: ${words.list(there)}`;
    });
    return html`<p>${words.appeal.ways} (${words.appeal.notConfirmed}):${lines}</p>`;
  },
  past(setting, { outdated, value: { until } }) {
    if (outdated === 'lapsed') return null;
    return until && setting.words.appeal.expired(dateText(setting, until));
  },
};

/** What can be paid into, each number by itself so that it can be copied. */
function paymentHtml(setting: Setting, payment: Extract<PaymentView, { state: 'payable' }>): Html {
  const { appeal, list } = setting.words;
  const { id, country, payee, lines, validUntil, confirmed } = payment;
  const about = list([
    ...(country === null ? [] : [phrase(country)]),
    validUntil === null ? appeal.untilUnknown : appeal.until(dueText(setting, validUntil)),
    appeal.confirmed(time(setting, confirmed)),
  ]);
  return html`<div id="${id}"><p>${appeal.payTo(html`<b>${phrase(payee)}</b>`)} (${about})</p>
    <dl>${lines.map(({ label, text }) => html`<dt>${phrase(label)}</dt><dd>${phrase(text)}</dd>`)}</dl></div>`;
}

function validity(setting: Setting, { from, until }: AppealValue): Content {
  const { appeal, list } = setting.words;
  return list([
    ...(from === null ? [] : [appeal.from(dueText(setting, from))]),
    until === null ? appeal.untilUnknown : appeal.until(dueText(setting, until)),
  ]);
}

/** A way to give: where it leads is named and no link, and of a web address no more than the host. */
function wayHtml(words: Words, { means, address }: GivingWay): Html {
  const where = address === null ? words.appeal.addressMissing : safe(words, hostOf(address) ?? address);
  return html`${words.appeal.means[means]} (${where})`;
}

function hostOf(address: string): string | null {
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).host : null;
}

const safe = (words: Words, text: string): Html => phrase(withoutPayable(text, words.appeal.notShown));
