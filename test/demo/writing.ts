import type { SubjectTerms, Value } from '../../src/journal/subjects/subject.ts';
import type { CommandOf, Fresh, NewStatement } from '../../src/record/command.ts';
import type { StoryRecord } from '../../src/record/record.ts';
import type { PartyId, SubjectId } from '../../src/terms/ids.ts';
import { paragraph } from '../samples/flood.ts';

/** A party as the desk means it: by its whole name. */
export interface Named {
  name: string;
  sort: 'person' | 'body' | 'unnamed';
  role?: string;
}

/** A subject as the desk means it: by its name. */
export interface About {
  name: string;
  terms: SubjectTerms;
  sides?: Named[];
}

/** What the desk takes from a report. */
export interface Taken extends Partial<Pick<NewStatement, 'channel' | 'happened' | 'said' | 'excerpt'>> {
  about: About;
  mode: NewStatement['mode'];
  value: Value;
  /** Left out in the desk's own voice; `as` is the name as printed, where that is another. */
  by?: Named & { as?: string };
  via?: Named[];
}

/** The command that publishes a post with what was taken, and brings the parties and subjects that are not on record. */
export function publishing(
  record: StoryRecord,
  post: { headline: string; text: string; key?: boolean },
  taken: Taken[],
): CommandOf<'publish'> {
  const parties: CommandOf<'publish'>['parties'] = [];
  const subjects: CommandOf<'publish'>['subjects'] = [];
  const party = ({ name, sort, role = '' }: Named): PartyId | Fresh => {
    const known = [...record.parties].find((one) => one.name === name)?.id;
    if (known !== undefined) return known;
    const brought = parties.find((one) => one.name === name)?.ref;
    if (brought !== undefined) return brought;
    const ref: Fresh = `new-${parties.length + 1}`;
    parties.push({ ref, name, sort, role: role || null });
    return ref;
  };
  const subject = ({ name, terms, sides = [] }: About): SubjectId | Fresh => {
    const known = [...record.subjects].find((one) => one.name === name)?.id;
    if (known !== undefined) return known;
    const brought = subjects.find((one) => one.name === name)?.ref;
    if (brought !== undefined) return brought;
    const ref: Fresh = `new-${subjects.length + 1}`;
    subjects.push({ ref, name, terms, sides: sides.map(party) });
    return ref;
  };
  const statements = taken.map(({ about, by, via = [], mode, value, ...rest }): NewStatement => ({
    channel: null,
    happened: null,
    said: null,
    excerpt: null,
    links: [],
    ...rest,
    mode,
    value,
    subject: subject(about),
    by: by === undefined ? null : { party: party(by), as: by.as ?? by.name, role: by.role ?? null },
    via: via.map(party),
  }));
  const { headline, text, key = false } = post;
  const written = { headline, body: paragraph(text), language: 'en', key, pinned: false };
  return { kind: 'publish', post: written, parties, subjects, statements };
}
