import type { PartyId, SubjectId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Fresh } from './command.ts';

/** The names given to what one command brings, after those that the record holds. */
export class Names<Id extends PartyId | SubjectId> {
  readonly #prefix: string;
  readonly #before: number;
  readonly #given = new Map<string, Id>();

  constructor(prefix: string, before: number) {
    this.#prefix = prefix;
    this.#before = before;
  }

  give(ref: Fresh): Id {
    if (this.#given.has(ref)) throw new Refusal('ref-twice', { ref });
    const id = `${this.#prefix}-${this.#before + this.#given.size + 1}` as Id;
    this.#given.set(ref, id);
    return id;
  }

  /** The name behind a reference, or the name itself where `find` finds it on the record. */
  named(ref: Id | Fresh, find: (id: Id) => unknown = () => undefined): Id {
    const given = this.#given.get(ref);
    if (given !== undefined) return given;
    if (ref.startsWith('new-')) throw new Refusal('ref-unknown', { ref });
    if (find(ref as Id) === undefined) throw new Refusal('thing-unknown', { id: ref });
    return ref as Id;
  }
}
