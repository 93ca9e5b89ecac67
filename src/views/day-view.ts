import { checkWhen, dayOf, endOf, firstInstant, type Moment, type PartialDate, type When } from '../terms/when.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Outdated } from '../record/kinds/kind.ts';
import { get, revisionOf, type RecordedStatement, type StoryRecord } from '../record/record.ts';
import { standing, type StandingState } from '../record/standing.ts';
import { successorOf } from '../record/voices.ts';
import { numberOf } from '../terms/ids.ts';
import type { SubjectName } from './change.ts';
import { postView, type PostView } from './post-view.ts';
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
  /** The posts published on the day, oldest first. */
  posts: PostView[];
}

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
  const group = (statements: RecordedStatement[], timeOf: TimeOf) => {
    const timed = statements.flatMap((statement): Timed[] => {
      const when = timeOf(statement);
      return when === null ? [] : [{ statement, ...stretchOf(bounded(when, statement.recorded.at, zone), zone) }];
    });
    return grouped(record, timed, stretch, moment);
  };
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
    posts: [...record.posts]
      .filter(({ published: { at } }) => from <= at && at < until)
      .map((post) => postView(record, post)),
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
  const last = dayOf(recorded, zone);
  return { ...when, to: when.to ?? (last > when.from.slice(0, 10) ? last : when.from) };
}

/** Those of some statements whose time meets a day, by subject. */
function grouped(record: StoryRecord, statements: Timed[], day: Stretch, moment: Moment): DaySubject[] {
  const meeting = statements.filter(({ start, end }) => start < day.end && day.start < end);
  const bySubject = [...Map.groupBy(meeting, ({ statement }) => statement.subject)];
  return bySubject
    .toSorted(([one], [other]) => numberOf(one) - numberOf(other))
    .map(([id, those]): DaySubject => {
      const stands = standing(record, id, moment);
      const { name, terms } = get(record.subjects, id);
      // Sorting is stable: what starts together stays in the order of recording.
      const outdated = new Map(stands.voices.map((voice) => [voice.id, voice.outdated]));
      const ordered = those.toSorted((one, other) => one.start - other.start);
      return {
        subject: { id, name, kind: terms.kind },
        state: stands.state,
        statements: ordered.map(({ statement, start, end }) =>
          dayStatement(record, statement, outdated.get(statement.id) ?? null, start < day.start || end > day.end),
        ),
      };
    });
}

function dayStatement(
  record: StoryRecord,
  statement: RecordedStatement,
  outdated: Outdated | null,
  wider: boolean,
): DayStatement {
  const successor = successorOf(record, statement);
  return {
    ...statementView(record, statement),
    successor: successor && statementView(record, successor),
    outdated,
    wider,
  };
}
