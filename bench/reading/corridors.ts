import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distance, type Gazetteer } from '../../src/reading/places/gazetteer.ts';
import { lookupKey, loose } from '../../src/reading/places/names.ts';
import { read } from '../../src/reading/read.ts';
import type { Reading, SuggestedState } from '../../src/reading/reading.ts';
import { readGazetteer } from '../../src/server/gazetteer.ts';
import type { Score } from './score.ts';

/** A route as the set has it: who proposed it, what came of it, from where to where, and the passages it was read from. */
interface Row {
  proposer: string;
  outcome: string;
  from: string;
  to: string;
  passage: string;
}

/** The cells of a file of comma-separated values, row by row. */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

function rowsOf(folder: string): Row[] {
  const [head = [], ...rows] = cells(readFileSync(join(folder, 'humanitarian-corridors-ukraine-2022.csv'), 'utf8'));
  const column = (name: string): number => head.indexOf(name);
  return rows.map((row) => ({
    proposer: row[column('proposal')]!,
    outcome: row[column('status_result')]!,
    from: row[column('From')]!,
    to: row[column('To')]!,
    // Two semicolons and more stand between the reports of a passage: the set's mark, and no words of theirs.
    passage: row[column('text')]!.replace(/see source:[\s\S]*$/, '').replace(/\s*;{2,}\s*/g, '\n\n'),
  }));
}

const outcomes: Record<string, string> = {
  succeeded: 'successful',
  failed: 'unsuccessful/disrupted',
  disrupted: 'unsuccessful/disrupted',
  suspended: 'unsuccessful/disrupted',
};

/** The name alone: “Mariupol (Azovstal)”, “Belgorod, from where …”, “Severodonetsk district”. */
const bare = (name: string): string => lookupKey(name.replace(/\s*[([,].*| (?:region|district|oblast)$/gi, ''));

/** Whether two names are one, or mean places less than 25 km apart. */
function same(a: string, b: string, gazetteer: Gazetteer): boolean {
  if (loose(bare(a)) === loose(bare(b))) return true;
  const [one, other] = [a, b].map((name) => gazetteer.find(bare(name)).filter(({ place }) => place.country !== null));
  return one!.slice(0, 20).some((x) => other!.slice(0, 20).some((y) => distance(x.place, y.place) < 25));
}

/** The country that a statement comes from: that of its speaker's role, of a people named in the
 * sentence, else the one that most of the places lie in. */
function sideOf(
  { speaker, excerpt, terms }: SuggestedState,
  { places, text }: Reading,
  world: Gazetteer,
): string | null {
  const people = places.filter(({ sort, country }) => sort === 'people' && country !== null);
  if (speaker) {
    const surname = speaker.name.split(' ').at(-1)!;
    for (let at = text.indexOf(surname); at >= 0; at = text.indexOf(surname, at + 1)) {
      const role = people.findLast((one) => one.start >= at - 120 && one.end <= at + speaker.name.length);
      if (role) return role.country;
    }
  }
  const near = people.findLast(({ start, end }) => start >= excerpt.start && end <= excerpt.end);
  if (near) return near.country;
  const names = terms.kind === 'route' ? [terms.from, ...terms.through, terms.to] : [];
  const known = names.flatMap((name) => (name === null ? [] : countriesOf(name, world)));
  const countries = [...known, ...places.map(({ country }) => country)].filter((country) => country !== null);
  const counts = Map.groupBy(countries, (country) => country);
  const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? null;
}

/** The countries that have a place of a name, spelled one way or another. */
function countriesOf(name: string, world: Gazetteer): (string | null)[] {
  const key = bare(name);
  const found = world.find(key);
  const meant = found.length > 0 ? found : world.find(`~${loose(key)}`);
  return [...new Set(meant.map(({ place }) => place.country))];
}

function compare(rows: readonly Row[], world: Gazetteer) {
  const right = { from: 0, to: 0, proposer: 0, outcome: 0, all: 0 };
  const told = { named: 0, right: 0 };
  let suggested = 0;
  let fitting = 0;
  const readings = new Map<string, Reading>();
  const byPassage = Map.groupBy(rows, ({ passage }) => passage);
  for (const [passage, own] of byPassage) {
    const reading =
      passage.trim() === ''
        ? null
        : read(new TextEncoder().encode(passage), { contentType: 'text/plain', fileName: null }, world);
    if (reading) readings.set(passage, reading);
    const states = (reading?.states ?? []).filter(({ terms }) => terms.kind === 'route');
    suggested += states.length;
    fitting += states.filter((state) => rows.some((row) => fits(state, row, world))).length;
    for (const row of own) {
      const ends = states.filter((state) => fits(state, row, world));
      const from = states.some((state) => startsAt(state, row, world));
      const to = states.some(
        ({ terms }) => terms.kind === 'route' && terms.to !== null && same(terms.to, row.to, world),
      );
      const own = ends.length > 0 ? ends : states;
      const outcome = outcomeOf(own) === row.outcome;
      const proposer = proposerOf(own, reading, world) === sideNamed(row.proposer, world);
      right.from += Number(from);
      right.to += Number(to);
      right.outcome += Number(outcome);
      right.proposer += Number(proposer);
      const isRight = ends.length > 0 && outcome && proposer;
      right.all += Number(isRight);
      if (!reading || ![row.from, row.to].every((name) => isNamed(name, reading, world))) continue;
      told.named++;
      told.right += Number(isRight);
    }
  }
  return { right, precision: fitting / Math.max(1, suggested), told };
}

/** Whether a passage names a place at all: what it does not name nobody can read from it. */
const isNamed = (name: string, { text, places }: Reading, world: Gazetteer): boolean =>
  loose(lookupKey(text)).includes(loose(bare(name))) || places.some(({ words }) => same(words, name, world));

/** A row starts where a way does, or at one of its stations: the set has a row for each. */
const startsAt = ({ terms }: SuggestedState, row: Row, world: Gazetteer): boolean =>
  terms.kind === 'route' && [terms.from, ...terms.through].some((name) => name !== null && same(name, row.from, world));

const fits = (state: SuggestedState, row: Row, world: Gazetteer): boolean =>
  state.terms.kind === 'route' &&
  state.terms.to !== null &&
  same(state.terms.to, row.to, world) &&
  startsAt(state, row, world);

function outcomeOf(states: readonly SuggestedState[]): string {
  const told = new Set(states.flatMap(({ value }) => (value.kind === 'route' ? [outcomes[value.state] ?? ''] : [])));
  if (told.has('unsuccessful/disrupted')) return told.has('successful') ? 'disputed' : 'unsuccessful/disrupted';
  return told.has('successful') ? 'successful' : 'proposed route/outcome unknown';
}

/** Both sides where the words of an agreement come from both, else the country of the first that speaks. */
function proposerOf(states: readonly SuggestedState[], reading: Reading | null, world: Gazetteer): string | null {
  if (!reading) return null;
  const sides = new Set(states.map((state) => sideOf(state, reading, world)).filter((side) => side !== null));
  const agreed = states.some(({ value }) => value.kind === 'route' && value.state === 'accepted');
  if (agreed && sides.size > 1) return 'Agreed';
  const [first] = sides;
  return first ?? null;
}

/** A proposer as the set has it, as the code of a country where it is one. */
const sideNamed = (proposer: string, world: Gazetteer): string =>
  world.find(lookupKey(proposer)).find(({ place }) => place.kind === 'country')?.place.country ?? proposer;

/**
 * Rows of humanitarian corridors, rebuilt from the passages they were read from.
 *
 * One row in ten has no words but its status, and others have a passage that does not name both ends. They count as not
 * rebuilt; beside it stand the share of rows that can be, and how many of those are.
 */
export async function corridors(folder: string): Promise<Score[]> {
  const world = readGazetteer();
  const rows = rowsOf(folder);
  const scores: Score[] = [];
  const versions = [
    ['with the line “Status: …” of its coders', rows],
    [
      'from the words of the reports alone',
      rows.map((row) => ({ ...row, passage: row.passage.replace(/^\s*Status:[^;]*;/, '') })),
    ],
  ] as const;
  for (const [version, own] of versions) {
    const { right, precision, told } = compare(own, world);
    for (const [field, count] of Object.entries(right)) {
      scores.push({
        skill: field === 'all' ? `corridor rows rebuilt, ${version}` : `corridor rows, ${field}`,
        set: 'PeaceRep',
        value: count / own.length,
        precision: field === 'all' ? precision : null,
        reach: field === 'all' ? 0.8 : null,
        others: '',
      });
    }
    const set = 'PeaceRep';
    const nothing = { set, precision: null, reach: null, others: '' };
    scores.push(
      { ...nothing, skill: 'corridor rows whose passage names both ends', value: told.named / own.length },
      { ...nothing, skill: 'corridor rows rebuilt, of those', value: told.right / told.named },
    );
  }
  return scores;
}
