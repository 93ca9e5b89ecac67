import type { Block, Body, Run } from '../journal/body.ts';
import { postLimits } from '../journal/limits.ts';

const number = new Intl.NumberFormat('en-GB');

/** What in a post is longer than the journal takes, in a sentence; `null` where nothing is. */
export function tooLong(headline: string | null, body: Body): string | null {
  const texts = body.flatMap(textsOf);
  const measured: [what: string, length: number, most: number][] = [
    ['The headline holds # characters', headline?.length ?? 0, postLimits.headline],
    ['The post holds # paragraphs, lists and quotations', body.length, postLimits.blocks],
    ['A list holds # items', most(body.map(itemsIn)), postLimits.items],
    ['A paragraph changes its style # times', most(texts.map(({ length }) => length)), postLimits.runs],
    ['A paragraph holds # characters', most(texts.flat().map(({ text }) => text.length)), postLimits.characters],
  ];
  const wrong = measured.find(([, length, limit]) => length > limit);
  if (wrong === undefined) return null;
  const [what, length, limit] = wrong;
  return `${what.replace('#', number.format(length))}; ${number.format(limit)} is the most.`;
}

const textsOf = (block: Block): Run[][] => (block.kind === 'list' ? block.items : [block.runs]);
const itemsIn = (block: Block): number => (block.kind === 'list' ? block.items.length : 0);
const most = (lengths: number[]): number => lengths.reduce((so, length) => Math.max(so, length), 0);
