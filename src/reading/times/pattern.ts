import type { TimeToken } from './tokens.ts';
import type { Meaning } from './words.ts';

/** What a pattern found: the values of its symbols in their order, and where it ends. */
export interface Match<Action> {
  action: Action;
  values: readonly Meaning[];
  /** The first token behind it. */
  to: number;
}

interface Node<Action> {
  next: Map<string, Node<Action>>;
  action: Action | null;
}

/**
 * A table of patterns, as a tree that is walked once for each place.
 *
 * A pattern is a line of words: in capitals a symbol of the vocabulary, whose value is handed on, else the word itself; `a|b` is
 * either, `?` behind it says that it may be missing. The longest match counts, among equal ones the first line of the table.
 */
export class Patterns<Action> {
  readonly #root: Node<Action> = { next: new Map(), action: null };

  constructor(table: Iterable<readonly [pattern: string, action: Action]>) {
    for (const [pattern, action] of table) this.#add([this.#root], pattern.split(' '), action);
  }

  #add(nodes: Node<Action>[], parts: string[], action: Action): void {
    let open = nodes;
    for (const part of parts) {
      const optional = part.length > 1 && part.endsWith('?');
      const here = optional ? [...open] : [];
      for (const word of (optional ? part.slice(0, -1) : part).split('|')) {
        for (const node of open) {
          const next = node.next.get(word) ?? { next: new Map(), action: null };
          node.next.set(word, next);
          here.push(next);
        }
      }
      open = here;
    }
    for (const node of open) node.action ??= action;
  }

  /** The longest match that starts at a token, or `null`. */
  at(tokens: readonly TimeToken[], from: number): Match<Action> | null {
    const token = tokens[from];
    if (!token || (token.meanings.length === 0 && !this.#root.next.has(token.lower))) return null;
    return this.#walk(this.#root, tokens, from, []);
  }

  #walk(node: Node<Action>, tokens: readonly TimeToken[], i: number, values: readonly Meaning[]): Match<Action> | null {
    let best: Match<Action> | null = node.action && { action: node.action, values, to: i };
    const token = tokens[i];
    if (!token) return best;
    const word = node.next.get(token.lower);
    if (word) best = longer(best, this.#walk(word, tokens, i + 1, values));
    for (const meaning of token.meanings) {
      const next = node.next.get(meaning[0]);
      if (next) best = longer(best, this.#walk(next, tokens, i + 1, [...values, meaning]));
    }
    return best;
  }
}

const longer = <Action>(one: Match<Action> | null, other: Match<Action> | null): Match<Action> | null =>
  other && (!one || other.to > one.to) ? other : one;
