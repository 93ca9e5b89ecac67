import type { TextBlock } from './reading.ts';

/** What only stands where money is asked for. */
const asks = [
  /\b(account (name|number|no)|sort code|bank transfer|iban|swift code|bic|routing number|gift aid|paypal|crypto wallet)\b/i,
  /\b(cheques?|checks?) (should be (made )?)?payable\b|\bmake (your|a) (cheque|check) payable\b|\bby sending (a )?(cheque|check)s?\b/i,
  /(^|[.!?:] )donate\b|\b(please|can|to) (donate|give) (now|at|here|online|via|by|today|to (the|our|this) (appeal|fund|charity))\b/i,
  /(^|[.!?:] )donations (to|can|should|may|are)\b|\bmake a (donation|gift)\b|\bgive (swiftly|generously|what you can|today|now)\b/i,
  /\btext [\p{L}\p{N}]+ to \d{4,6}\b|\bto (make a )?donat(e|ion),? (visit|go to|call|ring|text)\b/iu,
];
/** What also stands there, and elsewhere too: it only widens a stretch that asks. */
const hints =
  /\b(donat(e|ed|ion|ions|ing)|generosity|generous(ly)?|raise (money|funds)|fundrais\w+|appeal|charit(y|ies)|post it to|registered charity)\b/i;
/** So many blocks without a hint may lie between two that belong to one appeal. */
const bridge = 2;

/**
 * Marks the stretches that ask for money: blocks that plainly do, the blocks beside them that hint at it, and what lies between.
 */
export function markAppeals(text: string, blocks: TextBlock[]): TextBlock[] {
  const words = blocks.map((block) => text.slice(block.start, Math.min(block.end, block.start + 2000)));
  const marked = words.map((block) => asks.some((ask) => ask.test(block)));
  const hinting = words.map((block) => hints.test(block));
  const spread = (order: number[]): void => {
    let since = Infinity;
    for (const i of order) {
      if (marked[i]) since = 0;
      else if (since <= bridge && hinting[i]) {
        marked[i] = true;
        since = 0;
      } else since++;
    }
  };
  const order = blocks.map((_, i) => i);
  spread(order);
  spread(order.toReversed());
  let last = -Infinity;
  for (let i = 0; i < blocks.length; i++) {
    if (!marked[i]) continue;
    if (i - last - 1 <= bridge) for (let k = last + 1; k < i; k++) marked[k] = true;
    last = i;
  }
  return blocks.map((block, i) => (marked[i] ? { ...block, kind: 'appeal' } : block));
}
