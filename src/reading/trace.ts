/**
 * Where each character of a text stands in its source: pairs of a place in the text and a place in the source.
 *
 * From one pair to the next both places rise together. A source of −1 is nowhere: those characters were put in.
 */
export type Trace = number[];

/** A text and where it comes from. */
export interface Traced {
  text: string;
  trace: Trace;
}

/** The pair that a place in the text belongs to: the last one that is not behind it. */
function pairAt(trace: Trace, at: number): number {
  let low = 0;
  let high = trace.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (trace[2 * middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return 2 * low;
}

/** Where a character of the text stands in its source, in UTF-16 units; `null` for one that was put in. */
export function sourceOf(trace: Trace, at: number): number | null {
  const pair = pairAt(trace, at);
  const source = trace[pair + 1] ?? -1;
  return source < 0 ? null : source + at - trace[pair]!;
}

/** Says that the text from a place on comes from a place in the source, unless that is so already. */
export function continueAt(trace: Trace, at: number, source: number): void {
  const last = trace.length - 2;
  if (last >= 0) {
    const before = trace[last + 1]!;
    if (before < 0 ? source < 0 : source >= 0 && source - before === at - trace[last]!) return;
    if (trace[last] === at) trace.length = last;
  }
  trace.push(at, source);
}

/** Puts a stretch of a traced text behind another one. */
function append(to: { trace: Trace; length: number }, { trace }: Traced, start: number, end: number): void {
  if (start >= end) return;
  for (let pair = pairAt(trace, start); pair < trace.length && trace[pair]! < end; pair += 2) {
    const from = Math.max(trace[pair]!, start);
    const source = trace[pair + 1]!;
    continueAt(to.trace, to.length + from - start, source < 0 ? source : source + from - trace[pair]!);
  }
  to.length += end - start;
}

/** A stretch of a traced text. */
export function cut(traced: Traced, start: number, end: number): Traced {
  if (start <= 0 && end >= traced.text.length) return traced;
  const part = { trace: [], length: 0 };
  append(part, traced, start, end);
  return { text: traced.text.slice(start, end), trace: part.trace };
}

/** Puts `by`, which is empty or one character, in the place of whatever a global pattern finds. */
export function replaced(traced: Traced, pattern: RegExp, by: '' | ' '): Traced {
  const result = { trace: [], length: 0 };
  let text = '';
  let last = 0;
  for (const found of traced.text.matchAll(pattern)) {
    append(result, traced, last, found.index);
    text += traced.text.slice(last, found.index) + by;
    if (by !== '') append(result, traced, found.index, found.index + 1);
    last = found.index + found[0].length;
  }
  if (last === 0 && text === '') return traced;
  append(result, traced, last, traced.text.length);
  return { text: text + traced.text.slice(last), trace: result.trace };
}

/** Puts traced texts one after the other with an empty line between. */
export function joined(parts: readonly Traced[]): Traced {
  const result: { trace: Trace; length: number } = { trace: [], length: 0 };
  for (const [i, part] of parts.entries()) {
    if (i > 0) {
      continueAt(result.trace, result.length, -1);
      result.length += 2;
    }
    append(result, part, 0, part.text.length);
  }
  return { text: parts.map((part) => part.text).join('\n\n'), trace: result.trace };
}
