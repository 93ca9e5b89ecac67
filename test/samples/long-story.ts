import type { Event } from '../../src/journal/event.ts';
import type { Draft } from '../../src/journal/revision.ts';
import type { Statement } from '../../src/journal/statement.ts';
import type { SubjectKind, SubjectTerms, Value } from '../../src/journal/subjects/subject.ts';
import type { StoryRecord } from '../../src/record/record.ts';
import { Sequence } from '../../src/record/sequence.ts';
import type { PostId, StatementId, SubjectId } from '../../src/terms/ids.ts';

/** How long a story is made, and about how much. */
export interface Length {
  /** Events, give or take the last revision's. */
  events: number;
  subjects: number;
  /** How many statements subject 1 ends up with, evenly through the story. */
  onFirst: number;
  seed: number;
}

const kinds = ['figure', 'route', 'position', 'site', 'truce'] as const satisfies SubjectKind[];
const words =
  'the river authority says that water stands at upper bridge road over eastern dyke is dry people have left lower town army offers buses shelter fire service counted mayor denied wells power returned since noon'.split(
    ' ',
  );

/**
 * The publications of a long coverage, the same each time: posts, statements on subjects of several kinds,
 * corrections, withdrawals, pins and key points.
 *
 * The newest subjects and posts are spoken of most; one correction in four goes to any post of the past. Of most subjects
 * eight parties speak most of the time; on the first, any.
 */
export function* longStory({ events, subjects, onFirst, seed }: Length): Generator<Draft> {
  const random = randomFrom(seed);
  const below = (end: number) => Math.floor(random() * end);
  const sentence = (length: number) => Array.from({ length }, () => words[below(words.length)]).join(' ');
  const counts = { party: 0, subject: 0, report: 0, statement: 0, post: 0, first: 0 };
  const postsGone = new Set<number>();
  const statementsGone = new Set<number>();
  const pinned: PostId[] = [];
  const key: PostId[] = [];
  let made = 0;
  let minutes = 0;

  const publication = (some: Event[]): Draft => {
    made += some.length;
    minutes += 1;
    const at = new Date(Date.UTC(2024, 0, 1) + minutes * 60_000).toISOString();
    return { at, by: below(3) === 0 ? 'Ondřej' : 'Marta', act: null, events: some };
  };
  /** Mostly one of the last hundred, sometimes any. */
  const recent = (count: number) => (below(4) === 0 ? 1 + below(count) : Math.max(1, count - below(100)));

  /** Mostly one of eight parties whose affair a subject is, sometimes any. */
  const speakerOn = (subject: number) =>
    1 + (below(5) === 0 ? below(counts.party) : (subject * 7 + below(8)) % counts.party);

  const statement = (): Event => {
    const isDue = counts.first < Math.floor((made / events) * onFirst);
    if (isDue) counts.first += 1;
    const chosen = 1 + Math.floor(counts.subject * (1 - random() ** 2) * 0.999);
    const subject = isDue ? 1 : Math.min(counts.subject, Math.max(2, chosen));
    const recorded: Statement = {
      statement: `statement-${++counts.statement}`,
      subject: `subject-${subject}`,
      by: {
        party: `party-${isDue ? 1 + below(counts.party) : speakerOn(subject)}`,
        as: sentence(2),
        role: below(2) === 0 ? null : sentence(3),
      },
      via: [],
      channel: below(4) === 0 ? 'on the radio' : null,
      mode: below(12) === 0 ? 'denies' : 'says',
      value: valueOf(kinds[subject % kinds.length]!, below, sentence),
      happened: below(2) === 0 ? null : { from: '2024-01-01T12:00', to: null, zone: 'Europe/Prague', words: 'at noon' },
      said: null,
      report: `report-${counts.report}`,
      excerpt: { exact: sentence(18), prefix: sentence(5), suffix: sentence(5), start: below(9000), end: 9500 },
      links: [],
    };
    return { kind: 'statement-recorded', ...recorded };
  };
  const post = (statements: StatementId[]): Event => ({
    kind: 'post-published',
    post: `post-${++counts.post}`,
    headline: below(3) === 0 ? sentence(8) : null,
    body: Array.from({ length: 1 + below(2) }, () => ({ kind: 'paragraph', runs: [{ text: sentence(35) }] })),
    language: 'en',
    statements,
  });
  const party = (): Event => ({
    kind: 'party-named',
    party: `party-${++counts.party}`,
    name: sentence(2),
    sort: 'body',
    role: null,
  });
  const subject = (): Event => ({
    kind: 'subject-opened',
    subject: `subject-${++counts.subject}` satisfies SubjectId,
    name: sentence(5),
    terms: termsOf(kinds[counts.subject % kinds.length]!),
    sides: [],
  });
  const report = (): Event => ({
    kind: 'report-cited',
    report: `report-${++counts.report}`,
    text: counts.report.toString(16).padStart(64, '0'),
    bytes: counts.report.toString(16).padStart(64, '1'),
    title: sentence(7),
    outlet: 'Valley Courier',
    origin: `https://example.org/${counts.report}`,
    published: null,
    language: 'en',
  });
  /** A standing post, where chance finds one. */
  const standing = (): PostId | null => {
    const number = recent(counts.post);
    return counts.post === 0 || postsGone.has(number) ? null : `post-${number}`;
  };
  const statementsOf = (count: number): Event[] => {
    const due = counts.subject < Math.min(subjects, 1 + (2 * made * subjects) / events);
    return [
      ...(below(3) === 0 || counts.report === 0 ? [report()] : []),
      ...(counts.party === 0 || below(60) === 0 ? [party()] : []),
      ...(due ? [subject()] : []),
      ...Array.from({ length: count }, statement),
    ];
  };

  yield publication([
    { kind: 'story-opened', title: 'Flood on the river', summary: null, language: 'en', zone: 'Europe/Prague' },
  ]);
  for (;;) {
    if (made >= events) return;
    const chance = below(100);
    const target = standing();
    if (chance < 62 || target === null) {
      const some = statementsOf(1 + below(2));
      const ids = some.flatMap((event) => (event.kind === 'statement-recorded' ? [event.statement] : []));
      yield publication([...some, post(ids)]);
    } else if (chance < 72) yield publication(statementsOf(1));
    else if (chance < 82) yield publication([post([])]);
    else if (chance < 89) {
      const body = [{ kind: 'paragraph' as const, runs: [{ text: sentence(35) }] }];
      yield publication([{ kind: 'post-corrected', post: target, headline: null, body, note: sentence(8) }]);
    } else if (chance < 92) {
      const number = recent(counts.statement);
      if (statementsGone.has(number)) continue;
      statementsGone.add(number);
      yield publication([{ kind: 'statement-withdrawn', statement: `statement-${number}`, reason: sentence(6) }]);
    } else if (chance < 93) {
      if (pinned.includes(target) || key.includes(target)) continue;
      postsGone.add(Number(target.slice(5)));
      yield publication([{ kind: 'post-withdrawn', post: target, reason: sentence(6) }]);
    } else if (chance < 97) {
      if (pinned.includes(target)) continue;
      const last = pinned.length === 3 ? pinned.shift() : undefined;
      pinned.push(target);
      yield publication([
        ...(last === undefined ? [] : [{ kind: 'post-unpinned' as const, post: last }]),
        { kind: 'post-pinned', post: target },
      ]);
    } else {
      if (key.includes(target)) continue;
      const last = key.length === 12 ? key.shift() : undefined;
      key.push(target);
      yield publication([
        ...(last === undefined ? [] : [{ kind: 'post-unkeyed' as const, post: last }]),
        { kind: 'post-keyed', post: target },
      ]);
    }
  }
}

function termsOf(kind: (typeof kinds)[number]): SubjectTerms {
  switch (kind) {
    case 'route':
      return { kind, aim: 'people-out', from: 'lower town', through: [], to: null };
    case 'site':
      return { kind, place: 'upper bridge', what: null };
    case 'truce':
      return { kind, places: ['the dyke'] };
    default:
      return { kind };
  }
}

function valueOf(
  kind: (typeof kinds)[number],
  below: (end: number) => number,
  sentence: (length: number) => string,
): Value {
  switch (kind) {
    case 'figure': {
      const best = below(900);
      const definition = { what: 'people who left', where: 'lower town', period: null, cumulative: true, unit: null };
      return { kind, ...definition, bound: 'exactly', low: null, best, high: null, words: String(best) };
    }
    case 'route':
      return { kind, state: below(2) === 0 ? 'under-way' : 'suspended', reason: null, people: null, window: null };
    case 'position':
      return { kind, stand: below(2) === 0 ? 'demands' : 'refuses', what: sentence(6), condition: null };
    case 'site':
      return { kind, aspect: 'damage', degree: below(2) === 0 ? 'fine' : 'lost', words: sentence(4) };
    case 'truce':
      return { kind, state: below(2) === 0 ? 'holding' : 'broken', from: null, until: null, reason: null };
  }
}

/** Numbers from 0 to 1 that look random and are the same each time. Source: mulberry32 by T. Ettinger, public domain. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A record's canonical JSON: the same for records that say the same, whatever they were made of. */
export function textOf(record: StoryRecord): string {
  const byName = Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(byName, (_, value: unknown) => (value instanceof Sequence ? [...value] : value));
}
