import { schemaVersion } from '../journal/revision.ts';
import { numberOf, type StatementId } from '../terms/ids.ts';
import { type StoryRecord, type Subject } from './record.ts';
import { Sequence } from './sequence.ts';

/**
 * The version of the record's shape and of what folding makes of events.
 *
 * Whoever changes what `fold` makes of a journal raises it: snapshots of another version are thrown away.
 */
export const recordVersion = 5;

/**
 * A piece of one of a record's lists as text: 32 items, a line for each, fewer in the last; of the list of subjects a
 * single one.
 */
export interface LeafText {
  /** The list's name: that of the record's own, or of the subject whose full leaves of statements these are. */
  list: string;
  /** The piece's place in its list, from 0. */
  place: number;
  text: string;
}

/** Where a record that is restored from a snapshot has its leaves from. */
export interface LeafSource {
  /** The text of a piece. */
  read(list: string, place: number): string;
  /** Is handed each item that was read, with its list and the length of its text, and may hold on to it. */
  hold(item: object, list: string, size: number): void;
}

/** The names of a record's lists. */
type ListName = {
  [Name in keyof StoryRecord]-?: StoryRecord[Name] extends Sequence<unknown> ? Name : never;
}[keyof StoryRecord];

type Item<Name extends ListName> = StoryRecord[Name] extends Sequence<infer Item extends object> ? Item : never;

/**
 * A subject as it is kept: its full leaves of statements stand apart, so that they are written once.
 *
 * `tail` are the numbers of its last statements, each counted from the one before.
 */
type KeptSubject = Omit<Subject, 'statements'> & { statements: { length: number; tail: number[] } };

/**
 * How each list becomes JSON and back; a list without a line does not compile.
 *
 * Most are only added to, and a piece is a leaf. Statements come to any subject, so that each of these is a piece.
 */
const lists: { [Name in ListName]: Packing<Item<Name>> } = {
  reports: asItIs(),
  parties: asItIs(),
  subjects: {
    single: true,
    pack: (subject): KeptSubject => ({ ...subject, statements: packStatements(subject.statements) }),
    unpack: (kept, source) => unpackSubject(kept as KeptSubject, source),
  },
  statements: asItIs(),
  posts: asItIs(),
  payments: asItIs(),
};

interface Packing<Item> {
  /** Whether each item is a piece by itself. */
  single: boolean;
  pack: (item: Item) => unknown;
  unpack: (kept: unknown, source: LeafSource) => Item;
}

const names = Object.keys(lists) as ListName[];
const leafLength = 32;

/** All of a record that is no list, with the lengths of its lists. */
export interface Root {
  version: number;
  /** The version of the events' shapes that it was folded from. */
  schema: number;
  /** The hash of the revision that it is as of. */
  hash: string;
  lengths: Record<ListName, number>;
  record: Omit<StoryRecord, ListName>;
}

/** A record as text: its root, and those of its leaves that the older record which it was folded from does not hold. */
export function snapshotOf(
  record: StoryRecord,
  hash: string,
  older: StoryRecord,
): { root: string; leaves: Iterable<LeafText> } {
  const lengths = Object.fromEntries(names.map((name) => [name, record[name].length])) as Root['lengths'];
  const rest = Object.fromEntries(Object.entries(record).filter(([name]) => !(name in lists)));
  const root: Root = { version: recordVersion, schema: schemaVersion, hash, lengths, record: rest as Root['record'] };
  return { root: JSON.stringify(root), leaves: leavesSince(record, older) };
}

/** A snapshot's root; `null` where it is none that this code can restore. */
export function readRoot(text: string): Root | null {
  try {
    const root = JSON.parse(text) as Root;
    return root.version === recordVersion && root.schema === schemaVersion ? root : null;
  } catch {
    return null;
  }
}

/** The record that a snapshot was made of; its leaves are read when they are first needed. */
export function restored(root: Root, source: LeafSource): StoryRecord {
  const listed = names.map((name) => [name, restoredList(name, root.lengths[name], source)]);
  return { ...root.record, ...(Object.fromEntries(listed) as Pick<StoryRecord, ListName>) };
}

function* leavesSince(record: StoryRecord, older: StoryRecord): Generator<LeafText> {
  for (const name of names) yield* listSince(name, record, older);
  for (const { item } of record.subjects.itemsSince(older.subjects)) yield* statementsSince(item, older);
}

function* listSince(name: ListName, record: StoryRecord, older: StoryRecord): Generator<LeafText> {
  const { single, pack } = lists[name] as unknown as Packing<unknown>;
  const [list, past] = [record[name] as Sequence<unknown>, older[name] as Sequence<unknown>];
  if (single) {
    for (const { place, item } of list.itemsSince(past)) yield { list: name, place, text: JSON.stringify(pack(item)) };
  } else {
    for (const { place, items } of list.leavesSince(past)) {
      yield { list: name, place, text: items.map((item) => JSON.stringify(pack(item))).join('\n') };
    }
  }
}

/** The full leaves of a subject's statements that an older record did not hold; statements are only ever added to it. */
function* statementsSince({ id, statements }: Subject, older: StoryRecord): Generator<LeafText> {
  const before = older.subjects.at(numberOf(id) - 1)?.statements.length ?? 0;
  for (let place = Math.floor(before / leafLength); (place + 1) * leafLength <= statements.length; place++) {
    yield { list: id, place, text: JSON.stringify(numbersFrom(statements, place * leafLength, leafLength)) };
  }
}

function packStatements(statements: Sequence<StatementId>): KeptSubject['statements'] {
  const { length } = statements;
  const start = length - (length % leafLength);
  const numbers = numbersFrom(statements, start, length - start);
  return { length, tail: numbers.map((number, i) => number - (numbers[i - 1] ?? 0)) };
}

function numbersFrom(statements: Sequence<StatementId>, start: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => numberOf(statements.at(start + i)!));
}

function unpackSubject({ statements: { length, tail }, ...rest }: KeptSubject, source: LeafSource): Subject {
  const leaf = (place: number) =>
    (place + 1) * leafLength > length
      ? named(summed(tail))
      : named(JSON.parse(source.read(rest.id, place)) as number[]);
  return { ...rest, statements: Sequence.lazy(length, leaf) };
}

const named = (numbers: number[]) => numbers.map((number): StatementId => `statement-${number}`);

function summed(differences: number[]): number[] {
  let number = 0;
  return differences.map((difference) => (number += difference));
}

function restoredList<Name extends ListName>(name: Name, length: number, source: LeafSource): Sequence<Item<Name>> {
  const { single, unpack } = lists[name] as Packing<Item<Name>>;
  const read = (text: string): Item<Name> => {
    const item = unpack(JSON.parse(text), source);
    source.hold(item, name, text.length);
    return item;
  };
  if (single) return Sequence.lazyItems(length, (place) => read(source.read(name, place)));
  const line = linesOf(name, source);
  return Sequence.lazyItems(length, (place) => read(line(place)));
}

/** The lines of a list's pieces by their place in the list; a piece is not read again for the line that follows. */
function linesOf(list: ListName, source: LeafSource): (place: number) => string {
  let last: { leaf: number; lines: string[] } | null = null;
  return (place) => {
    const leaf = Math.floor(place / leafLength);
    if (last?.leaf !== leaf) last = { leaf, lines: source.read(list, leaf).split('\n') };
    return last.lines[place % leafLength]!;
  };
}

function asItIs<Item>(): Packing<Item> {
  return { single: false, pack: (item) => item, unpack: (kept) => kept as Item };
}

/**
 * Holds on to what was read last, up to a size; what it lets go of can be collected, and is read again when needed.
 *
 * It lets go of half at once, so that holding on to something costs the same however much is held.
 */
export class Holding {
  readonly #half: number;
  /** The older half first, and how much each holds. */
  #held: { items: object[]; size: number }[] = [];

  constructor(most: number) {
    this.#half = most / 2;
  }

  /** How much is held. */
  get size(): number {
    return this.#held.reduce((sum, { size }) => sum + size, 0);
  }

  /** Holds on to something of a size. */
  add(item: object, size: number): void {
    const newest = this.#held.at(-1);
    if (newest === undefined || newest.size + size > this.#half) {
      this.#held = [...this.#held.slice(-1), { items: [item], size }];
    } else {
      newest.items.push(item);
      newest.size += size;
    }
  }

  /** Lets go of everything. */
  clear(): void {
    this.#held = [];
  }
}
