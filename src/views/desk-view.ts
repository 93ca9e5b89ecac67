import type { Moment } from '../terms/when.ts';
import { revisionOf, type Party, type StoryRecord } from '../record/record.ts';
import { postView, type PostView } from './post-view.ts';
import { subjectHistoryView, type SubjectHistoryView } from './subject-view.ts';

/** What the desk shows of a story beside the box: all that a statement can refer to, and the newest posts. */
export interface DeskView {
  story: string;
  revision: number;
  title: string;
  summary: string | null;
  language: string;
  zone: string;
  /** Newest first, at most 100. */
  posts: PostView[];
  subjects: SubjectHistoryView[];
  parties: Party[];
}

const postsAtDesk = 100;

/** A story as the desk sees it at a moment. */
export function deskView(record: StoryRecord, moment: Moment): DeskView {
  const { story, title, summary, language, zone, parties, subjects } = record;
  return {
    story,
    revision: revisionOf(record),
    title,
    summary,
    language,
    zone,
    posts: [...record.posts.backwards().take(postsAtDesk)].map((post) => postView(record, post)),
    subjects: [...subjects].map(({ id }) => subjectHistoryView(record, id, moment)),
    parties: [...parties],
  };
}
