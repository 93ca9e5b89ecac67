import { DecodingMode, HtmlEntityDecoder } from 'entities/decode';
import type { TextNode } from './dom.ts';
import { continueAt, type Trace, type Traced } from './trace.ts';

let decoded = '';
const decoder = new HtmlEntityDecoder((unit) => {
  decoded += String.fromCodePoint(unit);
});
/** No name of an entity is longer. */
const longestEntity = 40;

/** The length of the entity at a place of a source, whose characters are then in `decoded`; 0 where there is none. */
function entityAt(source: string, at: number): number {
  decoded = '';
  decoder.startEntity(DecodingMode.Legacy);
  const consumed = decoder.write(source.slice(at + 1, at + longestEntity), 0);
  return consumed >= 0 ? consumed : decoder.end();
}

/** Follows a stretch of a text through its source, over entities, line ends of two characters and tags that made nothing. */
function follow(
  value: string,
  start: number,
  end: number,
  source: string,
  from: number,
  to: number,
): [number, number][] {
  const pairs: [number, number][] = [];
  let at = from;
  let i = start;
  while (i < end && at < to) {
    const character = source[at];
    const entity = character === '&' ? entityAt(source, at) : 0;
    if (entity > 0 && value.startsWith(decoded, i)) {
      for (let unit = 0; unit < decoded.length; unit++) pairs.push([i + unit, at]);
      i += decoded.length;
      at += entity;
      if (i < end) pairs.push([i, at]);
    } else if (character === value[i] || (character === '\r' && value[i] === '\n')) {
      pairs.push([i, at]);
      at += character === '\r' && source[at + 1] === '\n' ? 2 : 1;
      i++;
    } else {
      const close = character === '<' ? source.indexOf('>', at) : -1;
      at = close >= 0 && close < to ? close + 1 : at + 1;
    }
  }
  return pairs;
}

/** The text of nodes one after the other, and where in the source it comes from. */
export function textOf(nodes: readonly TextNode[], source: string): Traced {
  const trace: Trace = [];
  let text = '';
  for (const { value, runs = [] } of nodes) {
    for (let run = 0; run < runs.length; run += 3) {
      const start = runs[run]!;
      const end = runs[run + 3] ?? value.length;
      const to = runs[run + 2]!;
      let from = runs[run + 1]!;
      // The parser says of a run that begins with an entity that it begins with the entity's last character.
      if (source[from] !== value[start]) {
        const before = Math.max(0, from - longestEntity);
        from = before + Math.max(0, source.slice(before, from + 1).lastIndexOf('&'));
      }
      if (end - start === to - from) continueAt(trace, text.length + start, from);
      else for (const [i, at] of follow(value, start, end, source, from, to)) continueAt(trace, text.length + i, at);
    }
    text += value;
  }
  return { text, trace };
}
