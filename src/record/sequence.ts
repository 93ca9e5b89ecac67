const bits = 5;
const width = 1 << bits;
const mask = width - 1;

/** An item, or what reads it when it is needed. */
type Slot<Item> = Item | Later<Item>;
/** The items of a leaf, or what reads them when they are needed. */
type Leaf<Item> = readonly Slot<Item>[] | Later<readonly Slot<Item>[]>;
type Branch<Item> = readonly Node<Item>[];
type Node<Item> = Leaf<Item> | Branch<Item> | Later<Branch<Item>>;

/**
 * A list that never changes: adding or replacing an item makes a new list that shares almost all with the old.
 *
 * The old list stays as it was, so that a record of the past costs nothing to keep. Adding, replacing and reading
 * take time that grows with the logarithm to base 32 of the length. Source: P. Bagwell's tries as Clojure's vector
 * uses them, with the last items kept apart in a tail. Items may be read when they are first needed; see `lazy`.
 */
export class Sequence<Item> implements Iterable<Item> {
  readonly length: number;
  readonly #shift: number;
  readonly #root: Branch<Item>;
  readonly #tail: Leaf<Item>;

  private constructor(length: number, shift: number, root: Branch<Item>, tail: Leaf<Item>) {
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

  /**
   * The list of so many items whose leaves are read when they are first needed.
   *
   * `leaf` gives the items of a leaf by its place from 0: 32 of them, fewer in the last. It must give the same each
   * time: what it gave is held weakly, so that it may be asked again after nobody has used the leaf for a while.
   */
  static lazy<Item>(length: number, leaf: (place: number) => readonly Item[]): Sequence<Item> {
    return Sequence.#later(length, leaf, true);
  }

  static #later<Item>(length: number, leaf: (place: number) => readonly Item[], weak: boolean): Sequence<Item> {
    if (length === 0) return Sequence.empty();
    const leaves = (length - 1) >>> bits;
    let shift = bits;
    while (leaves > 1 << shift) shift += bits;
    const later = (place: number): Leaf<Item> => new Later(weak, () => leaf(place));
    return new Sequence(length, shift, children(shift, 0, leaves, later), later(leaves));
  }

  /** The list of so many items, each of which is read by itself when it is first needed; otherwise as `lazy`. */
  static lazyItems<Item extends object>(length: number, item: (place: number) => Item): Sequence<Item> {
    const slots = (leaf: number) =>
      Array.from({ length: Math.min(width, length - leaf * width) }, (_, i) => {
        const place = leaf * width + i;
        return new Later(true, () => item(place));
      });
    return Sequence.#later<Slot<Item>>(length, slots, false) as Sequence<Item>;
  }

  /** The item at a place from 0, or `undefined` beyond the ends. */
  at(place: number): Item | undefined {
    return place < 0 || place >= this.length ? undefined : opened(this.#leaf(place)[place & mask] as Slot<Item>);
  }

  /** This list with one more item at its end. */
  push(item: Item): Sequence<Item> {
    if (this.length - this.#tailStart() < width) {
      return new Sequence(this.length + 1, this.#shift, this.#root, [...opened(this.#tail), item]);
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
      return new Sequence(this.length, this.#shift, this.#root, opened(this.#tail).with(place & mask, item));
    }
    return new Sequence(this.length, this.#shift, replace(this.#root, this.#shift, place, item), this.#tail);
  }

  /**
   * This list with what a change makes of the item at a place from 0. Throws `RangeError` beyond the ends.
   *
   * An item that nobody has read yet is changed when it is read, so that a list can be gone on from without reading it.
   */
  update(place: number, change: (item: Item) => Item): Sequence<Item> {
    if (place < 0 || place >= this.length) throw new RangeError(`no item at ${place} of ${this.length}`);
    return this.with(place, changedLater(this.#leaf(place)[place & mask] as Slot<Item>, change) as Item);
  }

  /** The items from first to last. */
  *[Symbol.iterator](): Iterator<Item> {
    for (let start = 0; start < this.length; start += width) {
      for (const slot of this.#leaf(start)) yield opened(slot);
    }
  }

  /** The items of which something holds, from first to last; for very many of them, cheaper than going over the items. */
  filter(holds: (item: Item) => boolean): Item[] {
    const found: Item[] = [];
    for (let start = 0; start < this.length; start += width) {
      for (const slot of this.#leaf(start)) {
        const item = opened(slot);
        if (holds(item)) found.push(item);
      }
    }
    return found;
  }

  /** The items from last to first. */
  *backwards(): Generator<Item> {
    for (let start = this.#tailStart(); start >= 0; start -= width) {
      const leaf = this.#leaf(start);
      for (let place = leaf.length - 1; place >= 0; place--) yield opened(leaf[place] as Slot<Item>);
    }
  }

  /** The items from last to first, of which none that was not read before is held on to: a long walk leaves nothing behind. */
  *passing(): Generator<Item> {
    for (let start = this.#tailStart(); start >= 0; start -= width) {
      const leaf = this.#leaf(start);
      for (let place = leaf.length - 1; place >= 0; place--) {
        const slot = leaf[place] as Slot<Item>;
        yield slot instanceof Later ? slot.passing : slot;
      }
    }
  }

  /**
   * The leaves that an older list, which this one was made from, does not hold: their places from 0 and their items.
   *
   * Whatever the two lists share is passed over without being read, so that it costs what has changed.
   */
  *leavesSince(older: Sequence<Item>): Generator<{ place: number; items: readonly Item[] }> {
    for (const { place, slots } of this.#changedSince(older)) yield { place, items: slots.map((slot) => opened(slot)) };
  }

  /** The items that an older list, which this one was made from, does not hold: their places from 0 and themselves. */
  *itemsSince(older: Sequence<Item>): Generator<{ place: number; item: Item }> {
    for (const { place: leaf, slots } of this.#changedSince(older)) {
      const start = leaf * width;
      const before = start < older.length ? older.#leaf(start) : [];
      for (const [i, slot] of slots.entries()) {
        if (i >= before.length || slot !== before[i]) yield { place: start + i, item: opened(slot) };
      }
    }
  }

  *#changedSince(older: Sequence<Item>): Generator<{ place: number; slots: readonly Slot<Item>[] }> {
    const past = new Map<number, Node<Item>>([[older.#tailStart() >>> bits, older.#tail]]);
    let shared: Node<Item> | undefined = older.#root;
    // The older root became the first child of a taller one.
    for (let level = older.#shift; level < this.#shift; level += bits) shared = [shared];
    yield* changed<Item>(this.#root, shared, this.#shift, 0, past);
    const place = this.#tailStart() >>> bits;
    if (this.length > 0 && this.#tail !== past.get(place)) yield { place, slots: opened(this.#tail) };
  }

  #leaf(place: number): readonly Slot<Item>[] {
    if (place >= this.#tailStart()) return opened(this.#tail);
    let node: Node<Item> = this.#root;
    for (let level = this.#shift; level > 0; level -= bits) {
      node = opened(node as Branch<Item>)[(place >>> level) & mask]!;
    }
    return opened(node as Leaf<Item>);
  }

  #tailStart(): number {
    return this.length === 0 ? 0 : ((this.length - 1) >>> bits) << bits;
  }
}

/** How many changes may wait for an item to be read: what nobody looks at must not gather them for ever. */
const mostWaiting = 64;

/** A slot's item with a change: made at once where the item is there, else when it is read. */
function changedLater<Item>(slot: Slot<Item>, change: (item: Item) => Item): Slot<Item> {
  if (!(slot instanceof Later)) return change(slot);
  if (slot.isRead || slot.waiting === mostWaiting) return change(slot.value);
  return new Later(false, () => change(slot.value), slot.waiting + 1);
}

/** What is read when it is first needed, and held for as long as somebody uses it, or for good. */
class Later<Value> {
  /** How many changes wait for it to be read. */
  readonly waiting: number;
  readonly #read: () => Value;
  readonly #weak: boolean;
  #held: Value | WeakRef<object> | undefined;

  constructor(weak: boolean, read: () => Value, waiting = 0) {
    this.#weak = weak;
    this.#read = read;
    this.waiting = waiting;
  }

  get isRead(): boolean {
    return this.#there !== undefined;
  }

  get #there(): Value | undefined {
    return this.#held instanceof WeakRef ? (this.#held.deref() as Value | undefined) : this.#held;
  }

  /** What is there, or else what is read without being held on to. */
  get passing(): Value {
    return this.#there ?? this.#read();
  }

  get value(): Value {
    const held = this.#there;
    if (held !== undefined) return held;
    const value = this.#read();
    this.#held = this.#weak ? new WeakRef(value as object) : value;
    return value;
  }
}

function opened<Value>(node: Value | Later<Value>): Value {
  return node instanceof Later ? node.value : node;
}

/** The children of a node at a level whose first leaf is `first`, of a list with so many leaves. */
function children<Item>(
  level: number,
  first: number,
  leaves: number,
  leaf: (place: number) => Leaf<Item>,
): Branch<Item> {
  const step = 1 << (level - bits);
  const count = Math.min(width, Math.ceil((leaves - first) / step));
  return Array.from({ length: count }, (_, i): Node<Item> => {
    const start = first + i * step;
    if (level === bits) return leaf(start);
    return new Later<Branch<Item>>(false, () => children(level - bits, start, leaves, leaf));
  });
}

/** The leaves under a node that are neither under its older self nor among the past leaves given by place. */
function* changed<Item>(
  node: Node<Item>,
  older: Node<Item> | undefined,
  level: number,
  first: number,
  past: ReadonlyMap<number, Node<Item>>,
): Generator<{ place: number; slots: readonly Slot<Item>[] }> {
  if (node === older || (level === 0 && node === past.get(first))) return;
  if (level === 0) {
    yield { place: first, slots: opened(node as Leaf<Item>) };
    return;
  }
  const before = older === undefined ? [] : opened(older as Branch<Item>);
  const step = 1 << (level - bits);
  for (const [i, child] of opened(node as Branch<Item>).entries()) {
    yield* changed(child, before[i], level - bits, first + i * step, past);
  }
}

function branchTo<Item>(level: number, tail: Leaf<Item>): Node<Item> {
  return level === 0 ? tail : [branchTo(level - bits, tail)];
}

function pushTail<Item>(node: Branch<Item>, level: number, last: number, tail: Leaf<Item>): Branch<Item> {
  const place = (last >>> level) & mask;
  if (level === bits) return [...node, tail];
  const child = node[place];
  const next =
    child === undefined
      ? branchTo(level - bits, tail)
      : pushTail(opened(child as Branch<Item>), level - bits, last, tail);
  return child === undefined ? [...node, next] : node.with(place, next);
}

function replace<Item>(node: Branch<Item>, level: number, place: number, item: Item): Branch<Item> {
  const at = (place >>> level) & mask;
  const child = node[at]!;
  const next =
    level === bits
      ? opened(child as Leaf<Item>).with(place & mask, item)
      : replace(opened(child as Branch<Item>), level - bits, place, item);
  return node.with(at, next);
}
