import type { z } from 'zod';
import { Refusal } from '../terms/refusal.ts';

/** What came in, checked against its shape. Throws `text-too-long`, and `request-unreadable` with the first thing that is wrong and where. */
export function checked<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const { path, message } = issue;
  if (issue.code === 'too_big' && issue.origin === 'string')
    throw new Refusal('text-too-long', { what: String(path.at(-1)), most: Number(issue.maximum) });
  throw new Refusal('request-unreadable', { what: `${path.join('.') || 'the whole'}: ${message}` });
}

/** A whole number of an address, from 0. Throws `request-unreadable`. */
export function wholeNumber(text: string, name: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new Refusal('request-unreadable', { what: `${name} is “${text}”, not a whole number` });
  return Number(text);
}

const taking = (encoding: string) => new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`);
const encodings = { br: taking('br'), gzip: taking('gzip') };

/** Whether a request that carries a header `accept-encoding` takes an encoding. */
export function takes(encoding: keyof typeof encodings, header: string | undefined): boolean {
  return encodings[encoding].test(header ?? '');
}

/** The encoding in which an answer goes to whoever sends a header `accept-encoding`; `null` for none. */
export function encodingOf(header: string | undefined): 'br' | 'gzip' | null {
  return takes('br', header) ? 'br' : takes('gzip', header) ? 'gzip' : null;
}
