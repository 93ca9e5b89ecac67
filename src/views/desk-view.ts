import type { StatementId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import { endingOf, revisionOf, type Ending, type Party, type Payment, type StoryRecord } from '../record/record.ts';
import { allVoices } from '../record/voices.ts';
import { postView, type PostView } from './post-view.ts';
import { subjectView, type SubjectHistoryView, type SubjectView } from './subject-view.ts';

/** A party with what its statements show of it. */
export interface DeskParty extends Party {
  /** The names under which it was printed, each once. */
  printed: string[];
  /** How many of its statements were neither withdrawn nor taken down. */
  statements: number;
}

/** What the desk shows of a story beside the box: all that a statement can refer to, and the newest posts. */
export interface DeskView {
  story: string;
  revision: number;
  title: string;
  summary: string | null;
  language: string;
  zone: string;
  /** The end of the coverage; `null` while it goes on. */
  ending: Ending | null;
  /** Newest first, at most 100. */
  posts: PostView[];
  /** As they stand; what was stated before stands with those alone of which the desk has asked for it. */
  subjects: (SubjectView | SubjectHistoryView)[];
  parties: DeskParty[];
  /** Statements that were withdrawn or taken down, to which no other can refer. */
  gone: StatementId[];
  /** Appeals' payment details, those that nobody has confirmed too; in the order of entry. */
  payments: Payment[];
}

const postsAtDesk = 100;

/** A story as the desk sees it at a moment. */
export function deskView(record: StoryRecord, moment: Moment): DeskView {
  const { story, title, summary, language, zone, payments, subjects } = record;
  allVoices(record);
  return {
    story,
    revision: revisionOf(record),
    title,
    summary,
    language,
    zone,
    ending: endingOf(record),
    posts: [...record.posts.backwards().take(postsAtDesk)].map((post) => postView(record, post)),
    subjects: [...subjects].map(({ id }) => subjectView(record, id, moment)),
    ...fromStatements(record),
    payments: [...payments],
  };
}

/** What the desk knows from all statements together, read once. */
function fromStatements(record: StoryRecord): Pick<DeskView, 'parties' | 'gone'> {
  const parties = new Map([...record.parties].map(({ id }) => [id, { printed: new Set<string>(), statements: 0 }]));
  const gone: StatementId[] = [];
  for (const { id, by, withdrawn, removed } of record.statements) {
    const stands = withdrawn === null && removed === null;
    if (!stands) gone.push(id);
    const party = by && parties.get(by.party);
    if (party == null || removed !== null) continue;
    party.printed.add(by!.as);
    if (stands) party.statements++;
  }
  return {
    parties: [...record.parties].map((party) => {
      const { printed, statements } = parties.get(party.id)!;
      return { ...party, printed: [...printed], statements };
    }),
    gone,
  };
}
