import { z } from 'zod';
import { postLimits } from './limits.ts';

/** A run of text in one style; a link's address is http, https or mailto. */
export const Run = z.strictObject({
  text: z.string().min(1).max(postLimits.characters),
  strong: z.literal(true).optional(),
  emphasis: z.literal(true).optional(),
  link: z
    .string()
    .max(2000)
    .regex(/^(https?:\/\/|mailto:)[^\s]+$/i)
    .optional(),
});
export type Run = z.infer<typeof Run>;

const runs = z.array(Run).max(postLimits.runs);

/** A paragraph, a list or a quotation of a post. */
export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), runs }),
  z.strictObject({ kind: z.literal('quotation'), runs, language: z.string().max(35).nullable() }),
  z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(runs).max(postLimits.items) }),
]);
export type Block = z.infer<typeof Block>;

/** What a post says: a structured text, never HTML. */
export const Body = z.array(Block).max(postLimits.blocks);
export type Body = z.infer<typeof Body>;

/** The words of a body without their style, a line for each block or item. */
export function plainText(body: Body): string {
  const line = (runs: Run[]) => runs.map((run) => run.text).join('');
  return body.map((block) => (block.kind === 'list' ? block.items.map(line).join('\n') : line(block.runs))).join('\n');
}

/** Whether a body holds no words. */
export function isEmpty(body: Body): boolean {
  return plainText(body).trim() === '';
}
