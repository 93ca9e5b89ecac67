const bits = 5;
const width = 1 << bits;
const mask = width - 1;

type Node<Item> = readonly Item[] | readonly Node<Item>[];

/**
 * A list that never changes: adding or replacing an item makes a new list that shares almost all with the old.
 *
 * The old list stays as it was, so that a record of the past costs nothing to keep. Adding, replacing and reading
 * take time that grows with the logarithm to base 32 of the length. Source: P. Bagwell's tries as Clojure's vector
 * uses them, with the last items kept apart in a tail.
 */
export class Sequence<Item> implements Iterable<Item> {
  readonly length: number;
  readonly #shift: number;
  readonly #root: readonly Node<Item>[];
  readonly #tail: readonly Item[];

  private constructor(length: number, shift: number, root: readonly Node<Item>[], tail: readonly Item[]) {
    this.length = length;
    this.#shift = shift;
    this.#root = root;
    this.#tail = tail;
  }

  /** The list of no items. */
  static empty<Item>(): Sequence<Item> {
    return new Sequence<Item>(0, bits, [], []);
  }

  /** The list of some items. */
  static of<Item>(...items: Item[]): Sequence<Item> {
    return items.reduce((list, item) => list.push(item), Sequence.empty<Item>());
  }

  /** The item at a place from 0, or `undefined` beyond the ends. */
  at(place: number): Item | undefined {
    if (place < 0 || place >= this.length) return undefined;
    if (place >= this.#tailStart()) return this.#tail[place & mask];
    let node: Node<Item> = this.#root;
    for (let level = this.#shift; level > 0; level -= bits) node = node[(place >>> level) & mask] as Node<Item>;
    return node[place & mask] as Item;
  }

  /** This list with one more item at its end. */
  push(item: Item): Sequence<Item> {
    if (this.length - this.#tailStart() < width) {
      return new Sequence(this.length + 1, this.#shift, this.#root, [...this.#tail, item]);
    }
    const full = this.length >>> bits > 1 << this.#shift;
    const root = full
      ? [this.#root, branchTo(this.#shift, this.#tail)]
      : pushTail(this.#root, this.#shift, this.length - 1, this.#tail);
    return new Sequence(this.length + 1, full ? this.#shift + bits : this.#shift, root, [item]);
  }

  /** This list with another item at a place from 0. Throws `RangeError` beyond the ends. */
  with(place: number, item: Item): Sequence<Item> {
    if (place < 0 || place >= this.length) throw new RangeError(`no item at ${place} of ${this.length}`);
    if (place >= this.#tailStart()) {
      return new Sequence(this.length, this.#shift, this.#root, this.#tail.with(place & mask, item));
    }
    return new Sequence(this.length, this.#shift, replace(this.#root, this.#shift, place, item), this.#tail);
  }

  /** The items from first to last. */
  *[Symbol.iterator](): Iterator<Item> {
    for (let place = 0; place < this.length; place++) yield this.at(place) as Item;
  }

  /** The items from last to first. */
  *backwards(): Generator<Item> {
    for (let place = this.length - 1; place >= 0; place--) yield this.at(place) as Item;
  }

  #tailStart(): number {
    return this.length === 0 ? 0 : ((this.length - 1) >>> bits) << bits;
  }
}

function branchTo<Item>(level: number, tail: readonly Item[]): Node<Item> {
  return level === 0 ? tail : [branchTo(level - bits, tail)];
}

function pushTail<Item>(
  node: readonly Node<Item>[],
  level: number,
  last: number,
  tail: readonly Item[],
): readonly Node<Item>[] {
  const place = (last >>> level) & mask;
  if (level === bits) return [...node, tail];
  const child = node[place] as readonly Node<Item>[] | undefined;
  const next = child === undefined ? branchTo(level - bits, tail) : pushTail(child, level - bits, last, tail);
  return child === undefined ? [...node, next] : node.with(place, next);
}

function replace<Item>(node: readonly Node<Item>[], level: number, place: number, item: Item): readonly Node<Item>[] {
  const at = (place >>> level) & mask;
  const child = node[at] as Node<Item>;
  const next =
    level === bits
      ? (child as readonly Item[]).with(place & mask, item)
      : replace(child as readonly Node<Item>[], level - bits, place, item);
  return node.with(at, next);
}
