import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Naming, Place } from '../src/reading/places/gazetteer.ts';
import { lookupKey } from '../src/reading/places/names.ts';

const project = join(import.meta.dirname, '..');

/** A place with the keys that it is found under. */
export interface Draft {
  place: Place;
  keys: Map<string, Naming>;
}
/** All places that go into the gazetteer. */
export const drafts: Draft[] = [];
const order: Naming[] = ['name', 'short', 'state', 'other', 'adjective', 'loose'];

/** Adds a name to a place, the better way of naming it where it has the name already; without a draft the place is new. */
export function add(place: Place, name: string, naming: Naming, draft?: Draft): Draft {
  const own = draft ?? { place, keys: new Map<string, Naming>() };
  if (!draft) drafts.push(own);
  const key = naming === 'short' || naming === 'state' ? `=${name}` : lookupKey(name);
  const known = own.keys.get(key);
  if (key !== '' && (!known || order.indexOf(naming) < order.indexOf(known))) own.keys.set(key, naming);
  return own;
}

/** The lines of a table of `gazetteer/`, each as its fields. */
export const table = (file: string): string[][] =>
  readFileSync(join(project, 'gazetteer', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
/** The entries of a field, apart by bars. */
export const list = (field: string | undefined): string[] => (field ? field.split('|') : []);
