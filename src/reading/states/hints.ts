import type { Form } from '../forms.ts';
import type { Sentence } from '../sentences.ts';

/** Words without one of which a sentence gives no state of a sort: most sentences are then done. */
const hints = {
  routes:
    /\b(?:evacu|airlift|convoy|rescue|corridor|route|passage|exit|column|truck|lorr|ship|deliver|bus|boat|ferr|helicopter|coach|car|vehicle|people|person|resident|civilian|inhabitant|villager|famil|refugee|women|children|patient|tourist|trapped|stranded|besieged|want|wish|city|town|village|settlement)/i,
  positions:
    /\b(?:refuse|reject|rule|never|accept|agree|allow|recogni|surrender|negotiate|give|yield|withdraw|leave|ready|open|willing|prepared|demand|insist|call|offer|propose|pledge)/i,
  truces: /\b(?:cease|truce|armistice|pause|silence|cessation)/i,
  meetings: /\b(?:talks|negotiations|summit|meeting|round|delegation|met|meet)/i,
  sites:
    /power|electricity|light|water|heat|gas|communication|internet|network|phone|food|medicine|fuel|suppl|cut|inaccessible|reached|road|bridge|access|encircled|surrounded|siege|destroyed|razed|ruins|wiped|damaged|fire|ablaze|burning|submerged|flood|radiation/i,
};
type Sort = keyof typeof hints;
const sorts = Object.keys(hints) as Sort[];
const bitOf = (sort: Sort): number => 1 << sorts.indexOf(sort);

/** The sorts of states that some words may give, as bits. */
export type Hints = number;

/** What sorts of states the words of a sentence may give. */
export function hintsOf({ tokens }: Sentence): Hints {
  let found = 0;
  for (const { form } of tokens) found |= form.hints ??= hintsIn(form);
  return found;
}

const hintsIn = ({ text }: Form): Hints =>
  sorts.reduce((found, sort) => (hints[sort].test(text) ? found | bitOf(sort) : found), 0);

/** Whether a sort is among them. */
export const mayGive = (found: Hints, sort: Sort): boolean => (found & bitOf(sort)) !== 0;
