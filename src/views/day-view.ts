import { checkWhen, dayOf, endOf, firstInstant, type Moment, type PartialDate, type When } from '../terms/when.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Outdated } from '../record/kinds/kind.ts';
import { get, revisionOf, type RecordedStatement, type StoryRecord } from '../record/record.ts';
import { standing, type StandingState } from '../record/standing.ts';
import { successorsOn } from '../record/voices.ts';
import { numberOf, type PostId } from '../terms/ids.ts';
import type { SubjectName } from './change.ts';
import { postSummary, type PostSummary } from './post-view.ts';
import { statementView, type StatementView } from './statement-view.ts';

/** A statement on a day, with what became of it since: what took its place, and what time has made of it. */
export type DayStatement = StatementView & {
  successor: StatementView | null;
  outdated: Outdated | null;
  /** Whether its time reaches beyond the day, so that it may be of another: “in March”. */
  wider: boolean;
};

/** The statements on one subject, in the order of the times that they speak of, and how the subject stands now. */
export interface DaySubject {
  subject: SubjectName;
  state: StandingState;
  statements: DayStatement[];
  /** How many there are beside those, all of them of earlier times. */
  unlisted: number;
}

/** What is recorded now about a day in the story's zone, and what was published on it. */
export interface DayView {
  day: PartialDate;
  zone: string;
  revision: number;
  moment: Moment;
  /** What is said to have happened on the day, by subject. */
  happened: DaySubject[];
  /** What was said on the day, where it is not stated when it happened. */
  said: DaySubject[];
  /** The posts published on the day, oldest first; of very many the last. */
  posts: PostSummary[];
  /** The first post of the day where it is not listed, and how many others are not. */
  unlisted: { first: PostId; posts: number } | null;
}

/** How many statements a day lists in each of its groups, shared among their subjects, and how many posts. */
export const [statementsOfDay, postsOfDay] = [500, 200];

/**
 * What is recorded now about a day, as `2022-03-08` in the story's zone.
 *
 * Withdrawn and corrected statements are there and say so; texts that were taken down are not. Throws `when-unreadable`.
 */
export function dayView(record: StoryRecord, day: PartialDate, moment: Moment): DayView {
  const { zone } = record;
  const whole: When = { from: day, to: day, zone, words: null };
  if (day.length !== 10) throw new Refusal('when-unreadable', { date: day });
  checkWhen(whole);

  const stretch = stretchOf(whole, zone);
  const [from, until] = [momentOf(stretch.start), momentOf(stretch.end)];
  const there = [...record.statements].filter(({ removed }) => removed === null);
  const [isNear, stretchIn] = [nearnessTo(day), stretches(zone)];
  const group = (statements: RecordedStatement[], timeOf: TimeOf) => {
    const timed = statements.flatMap((statement): Timed[] => {
      const when = timeOf(statement);
      if (when === null || !isNear(when)) return [];
      return [{ statement, ...stretchIn(bounded(when, statement.recorded.at, zone)) }];
    });
    return grouped(record, timed, stretch, moment);
  };
  const posts = [...record.posts].filter(({ published: { at } }) => from <= at && at < until);
  const unlisted = Math.max(0, posts.length - postsOfDay);
  return {
    day,
    zone,
    revision: revisionOf(record),
    moment,
    happened: group(there, ({ happened }) => happened),
    said: group(
      there.filter(({ happened }) => happened === null),
      ({ said }) => said,
    ),
    posts: posts.slice(unlisted).map((post) => postSummary(record, post)),
    unlisted: unlisted === 0 ? null : { first: posts[0]!.id, posts: unlisted },
  };
}

type TimeOf = (statement: RecordedStatement) => When | null;

/** A stretch of time in milliseconds since 1970; `end` is the first that no longer belongs to it. */
interface Stretch {
  start: number;
  end: number;
}

const momentOf = (milliseconds: number): Moment =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ smallestUnit: 'millisecond' });

const daysAround = 3;

/**
 * Whether a time can meet a day, by its digits: reckoning with zones takes long, and most times are of other days.
 *
 * No two zones are further apart than the days around.
 */
function nearnessTo(day: PartialDate): (when: When) => boolean {
  const date = Temporal.PlainDate.from(day);
  const earliest = date.subtract({ days: daysAround }).toString();
  const latest = date.add({ days: daysAround }).toString();
  return ({ from, to }) => from.slice(0, 10) <= latest && (to === null || to >= earliest.slice(0, to.length));
}

/** The stretches of times, each reckoned once: on one day many things happen at the same time. */
function stretches(zone: string): (when: When) => Stretch {
  const known = new Map<string, Stretch>();
  return (when) => {
    const key = `${when.from} ${when.to} ${when.zone}`;
    const stretch = known.get(key) ?? stretchOf(when, zone);
    known.set(key, stretch);
    return stretch;
  };
}

type Timed = Stretch & { statement: RecordedStatement };

function stretchOf(when: When, zone: string): Stretch {
  const start = firstInstant(when.from, when.zone ?? zone);
  return { start: start.epochMilliseconds, end: endOf(when, zone).epochMilliseconds };
}

/**
 * A time with an end.
 *
 * One whose end nobody stated is taken to reach to the day on which it was recorded: what was recorded then says nothing
 * of the days after it.
 */
function bounded(when: When, recorded: Moment, zone: string): When {
  if (when.to !== null) return when;
  const last = dayOf(recorded, zone);
  return { ...when, to: last > when.from.slice(0, 10) ? last : when.from };
}

/** Those of some statements whose time meets a day, by subject. */
function grouped(record: StoryRecord, statements: Timed[], day: Stretch, moment: Moment): DaySubject[] {
  const meeting = statements.filter(({ start, end }) => start < day.end && day.start < end);
  const bySubject = [...Map.groupBy(meeting, ({ statement }) => statement.subject)];
  const most = Math.max(1, Math.floor(statementsOfDay / bySubject.length));
  return bySubject
    .toSorted(([one], [other]) => numberOf(one) - numberOf(other))
    .map(([id, those]): DaySubject => {
      const stands = standing(record, id, moment);
      const subject = get(record.subjects, id);
      const successors = successorsOn(record, subject);
      // Sorting is stable: what starts together stays in the order of recording.
      const outdated = new Map(stands.voices.map((voice) => [voice.id, voice.outdated]));
      const listed = those.toSorted((one, other) => one.start - other.start).slice(-most);
      return {
        subject: { id, name: subject.name, kind: subject.terms.kind },
        state: stands.state,
        statements: listed.map(({ statement, start, end }) => {
          const successor = successors.get(statement.id);
          return {
            ...statementView(record, statement),
            successor: successor === undefined ? null : statementView(record, successor),
            outdated: outdated.get(statement.id) ?? null,
            wider: start < day.start || end > day.end,
          };
        }),
        unlisted: those.length - listed.length,
      };
    });
}
