/**
 * How two statements of one subject stand to each other.
 *
 * `apart` means that they speak of different things (other measures, a stand and an outcome) and say nothing of each other.
 */
export type Comparison = 'agree' | 'differ' | 'apart';

/** What the record knows of one kind of subject. */
export interface Kind<Value> {
  /** Checks what the value's shape cannot say. Throws a refusal. */
  check(value: Value): void;
  /** What the value speaks of: a newer statement of the same party replaces an older one of the same aspect only. */
  aspect(value: Value): string;
  /** Whether the value says how things are, not only how the party stands towards them. */
  settles(value: Value): boolean;
  /** How two values stand to each other; the order does not matter. */
  compare(one: Value, other: Value): Comparison;
}
