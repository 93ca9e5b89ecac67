import type { Value } from '../journal/subjects/subject.ts';
import { revisionOf, type Ending, type RecordedStatement, type StoryRecord } from '../record/record.ts';
import type { SubjectId } from '../terms/ids.ts';
import { toEdtf } from '../terms/edtf.ts';
import type { Moment, When } from '../terms/when.ts';
import { pageView } from '../views/page-view.ts';
import type { PostView } from '../views/post-view.ts';
import type { StatementView } from '../views/statement-view.ts';
import { subjectHistoryView, type SubjectView } from '../views/subject-view.ts';
import { dataAddress, postAddress, subjectAddress, subjectDataAddress } from './addresses.ts';
import { withoutPayable } from '../record/kinds/payable.ts';

/** What stands in data in the place of a number that could be paid into. */
const notShown = '[not shown]';

/** A story's page as JSON, at a moment: what stands of each subject, the newest posts, pins and key points. */
export function pageData(record: StoryRecord, moment: Moment): string {
  const { keyPoints, board, pinned, stream } = pageView(record, moment, { order: 'newest', from: null, since: null });
  const { story } = record;
  return written(record, moment, {
    address: dataAddress(story),
    subjects: board.flatMap(({ subjects }) => subjects.map((subject) => subjectOf(record, subject))),
    keyPoints: keyPoints.map(({ id }) => id),
    pinned: pinned.map(({ id }) => id),
    posts: stream.posts.map((post) => postOf(record, post)),
  });
}

/** A subject as JSON, at a moment, with all that was ever stated of it, newest first: the answer to “why?”. */
export function subjectData(record: StoryRecord, id: SubjectId, moment: Moment): string {
  const subject = subjectHistoryView(record, id, moment);
  return written(record, moment, {
    address: subjectDataAddress(record.story, id),
    subject: subjectOf(record, subject),
    earlier: subject.earlier.map(statementOf),
  });
}

function written(record: StoryRecord, moment: Moment, rest: object): string {
  const { story, title, summary, language, zone, last, endings } = record;
  const head = { story, title, summary, language, zone, revision: revisionOf(record), published: last?.at ?? null };
  return `${JSON.stringify({ ...head, endings: endings.map(endingOf), moment, ...rest })}\n`;
}

/** An end of the coverage; it has ended where `reopened` of the last is `null`. */
function endingOf({ revision, at, note, reopened }: Ending) {
  return {
    revision,
    at,
    note,
    reopened: reopened && { revision: reopened.revision, at: reopened.at, note: reopened.note },
  };
}

function subjectOf({ story }: StoryRecord, subject: SubjectView) {
  const { id, name, terms, state, voices, disputes, more, silent, changed } = subject;
  return {
    id,
    page: subjectAddress(story, id),
    data: subjectDataAddress(story, id),
    name,
    terms,
    state,
    voices: voices.map((voice) => ({ ...statementOf(voice), outdated: voice.outdated })),
    disputes: disputes.map(([one, other]) => [one.id, other.id]),
    moreDisputes: more,
    awaited: silent,
    changed: { revision: changed.revision, at: changed.at },
  };
}

function statementOf(statement: StatementView) {
  const { id, subject, speaker, via, channel, mode, value, links, excerpt, report, post } = statement;
  const { recorded, withdrawn, removed } = statement;
  const base = { id, subject: subject.id, recorded: { revision: recorded.revision, at: recorded.at } };
  if (removed !== null) return { ...base, removed };
  const shown = (exact: string) => (value.kind === 'appeal' ? withoutPayable(exact, notShown) : exact);
  return {
    ...base,
    removed,
    speaker,
    via,
    channel,
    mode,
    value: valueOf(value),
    links,
    happened: timeOf(statement.happened),
    said: timeOf(statement.said),
    excerpt: excerpt && { exact: shown(excerpt.exact), text: report?.text ?? null, start: excerpt.start },
    report: report && reportOf(report),
    withdrawn: withdrawn && takenBack(withdrawn),
    post,
  };
}

/** A value as it is; of an appeal's ways only in which country, by what means, and whether the report says where. */
function valueOf(value: Value) {
  if (value.kind !== 'appeal') return value;
  const ways = value.ways.map(({ country, means, address }) => ({ country, means, printed: address !== null }));
  return { ...value, ways };
}

function reportOf({
  id,
  text,
  title,
  outlet,
  origin,
  published,
  language,
  removed,
}: NonNullable<StatementView['report']>) {
  return removed === null ? { id, text, title, outlet, origin, published, language, removed } : { id, text, removed };
}

/** A time in the Extended Date/Time Format, with the words that it comes from. */
function timeOf(when: When | null) {
  return when && { edtf: toEdtf(when), zone: when.zone, words: when.words };
}

function takenBack({ revision, at, reason, correctedBy }: NonNullable<RecordedStatement['withdrawn']>) {
  return { revision, at, reason, correctedBy };
}

function postOf({ story }: StoryRecord, post: PostView) {
  const { id, headline, body, language, statements, published, corrections, withdrawn, removed, pinned, key } = post;
  const base = { id, page: postAddress(story, id), published: { revision: published.revision, at: published.at } };
  if (removed !== null) return { ...base, removed };
  return {
    ...base,
    removed,
    headline,
    body,
    language,
    statements: statements.map((statement) => statement.id),
    corrections: corrections.map(({ revision, at, sort, note, before }) => ({ revision, at, sort, note, before })),
    withdrawn: withdrawn && { revision: withdrawn.revision, at: withdrawn.at, reason: withdrawn.reason },
    pinned,
    key,
  };
}
