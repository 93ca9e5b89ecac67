import {
  endingOf,
  get,
  revisionOf,
  type Party,
  type Post,
  type Stamp,
  type StoryRecord,
  type Subject,
} from '../record/record.ts';
import { standing } from '../record/standing.ts';
import { voicesOf } from '../record/voices.ts';
import { numberOf, type PostId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import type { Change, SubjectName } from './change.ts';
import { standsNow, voiceChanges } from './voice-changes.ts';

/** The net difference between two revisions of a story, the weightiest changes first. */
export interface ChangesView {
  from: number;
  to: number;
  moments: { before: Moment; after: Moment };
  changes: Change[];
}

const weights: Record<Change['kind'], number> = {
  standing: 1,
  opened: 2,
  voices: 3,
  'post-taken-down': 4,
  'post-withdrawn': 5,
  'post-corrected': 6,
  'post-clarified': 7,
  posts: 8,
  ended: 9,
  reopened: 9,
  headline: 10,
  summary: 11,
  'key-points': 12,
  pins: 13,
  'party-merged': 14,
  'party-split': 15,
};

/**
 * What is otherwise on a page than it was: the net difference between two records of a story, each at its moment.
 *
 * `after` holds the revisions of `before` and later ones, and its moment is not earlier. The two need not share anything in
 * memory: what changed says its own revision, and little of `before` is read. What changed and changed back is not there.
 */
export function changesView(
  before: StoryRecord,
  after: StoryRecord,
  moments: { before: Moment; after: Moment },
): ChangesView {
  const parties = partyChanges(before, after);
  const changes = [
    ...subjectChanges(before, after, moments, parties.length > 0),
    ...postChanges(before, after),
    ...endingChange(before, after),
    ...listChange('key-points', before, after),
    ...listChange('pins', before, after),
    ...parties,
  ];
  if (before.last !== null && before.title !== after.title) {
    changes.push({ kind: 'headline', was: before.title, now: after.title });
  }
  if (before.last !== null && before.summary !== after.summary) {
    changes.push({ kind: 'summary', was: before.summary, now: after.summary });
  }
  // Sorting is stable: changes of one weight stay in the order of their names.
  const ordered = changes.toSorted((one, other) => weights[one.kind] - weights[other.kind]);
  return { from: revisionOf(before), to: revisionOf(after), moments, changes: ordered };
}

/** Whether the coverage ended, or went on after an end. */
function endingChange(before: StoryRecord, after: StoryRecord): Change[] {
  const [was, now] = [endingOf(before), endingOf(after)];
  if (was?.revision === now?.revision) return [];
  if (now !== null) return [{ kind: 'ended', at: now.at, note: now.note }];
  const { at, note } = after.endings.at(-1)!.reopened!;
  return [{ kind: 'reopened', at, note }];
}

function subjectChanges(
  before: StoryRecord,
  after: StoryRecord,
  moments: { before: Moment; after: Moment },
  partiesChanged: boolean,
): Change[] {
  const changes: Change[] = [];
  for (const subject of after.subjects) {
    const { id, name, terms, opened, changed } = subject;
    if (!isAfter(changed, before) && !partiesChanged && !turnsWithin(after, subject, moments)) continue;

    const was = isAfter(opened, before) ? null : standing(before, id, moments.before);
    const is = standing(after, id, moments.after);
    const voices = voiceChanges(revisionOf(before), after, was?.voices ?? [], is);
    // How it stands follows from its voices: where they are the same, so is it.
    if (was !== null && voices.length === 0) continue;
    const about = { subject: { id, name, kind: terms.kind }, now: standsNow(after, is) };
    const byTime = voices.every(({ kind }) => kind === 'outdated');
    if (was === null) changes.push({ kind: 'opened', ...about, voices });
    else if (was.state !== is.state) changes.push({ kind: 'standing', ...about, was: was.state, voices, byTime });
    else changes.push({ kind: 'voices', ...about, voices, byTime });
  }
  return changes;
}

/** Whether something was done after the revisions that a record holds. */
const isAfter = ({ revision }: Stamp, record: StoryRecord) => revision > revisionOf(record);

/** Whether time outdates a voice of a subject after one moment and until another. */
function turnsWithin(record: StoryRecord, subject: Subject, moments: { before: Moment; after: Moment }): boolean {
  if (moments.before === moments.after) return false;
  const [from, to] = [moments.before, moments.after].map((at) => Temporal.Instant.from(at).epochMilliseconds);
  return voicesOf(record, subject).some(({ turn }) => turn !== null && from! < turn.at && turn.at <= to!);
}

/** Older posts that say something else or were taken back, and how many new ones there are. */
function postChanges(before: StoryRecord, after: StoryRecord): Change[] {
  const changes: Change[] = [];
  const fresh: Post[] = [];
  for (const post of after.posts) {
    if (isAfter(post.published, before)) fresh.push(post);
    else if (isAfter(post.changed, before)) changes.push(...postChange(get(before.posts, post.id), post));
  }
  const standing = fresh.filter(({ withdrawn, removed }) => withdrawn === null && removed === null);
  const [first] = standing;
  if (first === undefined) return changes;
  return [...changes, { kind: 'posts', count: standing.length, first, key: standing.filter(({ key }) => key) }];
}

function postChange(old: Post, post: Post): Change[] {
  if (post.removed !== null) return old.removed === null ? [{ kind: 'post-taken-down', post, why: [] }] : [];
  if (post.withdrawn !== null) {
    return old.withdrawn === null ? [{ kind: 'post-withdrawn', post, why: [post.withdrawn.reason] }] : [];
  }
  if (old.headline === post.headline && JSON.stringify(old.body) === JSON.stringify(post.body)) return [];
  const since = post.corrections.slice(old.corrections.length);
  const wrong = since.some(({ sort }) => sort === 'correction');
  return [{ kind: wrong ? 'post-corrected' : 'post-clarified', post, why: since.map(({ note }) => note) }];
}

/** Which posts are pinned or key points now and were not, or the other way round; new key points are named as new posts. */
function listChange(kind: 'key-points' | 'pins', before: StoryRecord, after: StoryRecord): Change[] {
  const list = ({ key, pinned }: StoryRecord) => (kind === 'pins' ? pinned : key);
  const [old, now] = [new Set(list(before)), new Set(list(after))];
  const post = (id: PostId) => get(after.posts, id);
  const isOld = ({ published }: Post) => !isAfter(published, before);
  const stands = ({ withdrawn, removed }: Post) => withdrawn === null && removed === null;
  const added = [...now].filter((id) => !old.has(id)).map(post);
  const removed = [...old].filter((id) => !now.has(id)).map(post);
  const named = { added: kind === 'pins' ? added : added.filter(isOld), removed: removed.filter(stands) };
  return named.added.length + named.removed.length === 0 ? [] : [{ kind, ...named }];
}

/** Parties that turned out to be others, or to be others no longer. */
function partyChanges(before: StoryRecord, after: StoryRecord): Change[] {
  return [...after.parties].flatMap((now): Change[] => {
    if (isAfter(now.named, before) || !isAfter(now.changed, before)) return [];
    const old = get(before.parties, now.id);
    const other = now.into ?? old.into;
    if (old.into === now.into || other === null) return [];
    const name = ({ id, name }: Party) => ({ id, name });
    const kind = now.into === null ? 'party-split' : 'party-merged';
    return [{ kind, party: name(now), other: name(get(after.parties, other)), subjects: spokenOn(after, now) }];
  });
}

/** The subjects on which a party has said something that stands. */
function spokenOn(record: StoryRecord, { id }: Party): SubjectName[] {
  const spoken = new Set(
    [...record.statements]
      .filter(({ by, withdrawn, removed }) => by?.party === id && withdrawn === null && removed === null)
      .map(({ subject }) => subject),
  );
  return [...spoken]
    .toSorted((one, other) => numberOf(one) - numberOf(other))
    .map((subject) => {
      const { id, name, terms } = get(record.subjects, subject);
      return { id, name, kind: terms.kind };
    });
}
