import type { SubjectKind } from '../journal/subjects/subject.ts';
import type { Post } from '../record/record.ts';
import type { StandingState } from '../record/standing.ts';
import type { PartyId, SubjectId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import type { StatementView } from './statement-view.ts';
import type { VoiceView } from './subject-view.ts';

/**
 * How the voices of a subject changed.
 *
 * `said`: a statement that is new. `again`: an older one that counts again. `repeated`: the same was said again.
 * `changed`: something else was said. `corrected`, `withdrawn`, `taken-down`: what the desk did to it. `merged`: who said it
 * turned out to be somebody who said something later. `outdated`: nothing but time changed it.
 */
export type VoiceChangeKind =
  | 'corrected'
  | 'withdrawn'
  | 'taken-down'
  | 'changed'
  | 'said'
  | 'outdated'
  | 'merged'
  | 'again'
  | 'repeated';

/** What changed of one voice: the statement that counted before, and the one that counts now. */
export interface VoiceChange {
  kind: VoiceChangeKind;
  was: StatementView | null;
  now: VoiceView | null;
  /** In the desk's words what was wrong; `null` where it took nothing back. */
  why: string | null;
}

/** A subject, as far as a line on it needs it. */
export interface SubjectName {
  id: SubjectId;
  name: string;
  kind: SubjectKind;
}

/** How a subject stands now: who says how things are, and who differs. */
export interface StandsNow {
  state: StandingState;
  facts: VoiceView[];
  disputes: [VoiceView, VoiceView][];
  /** How many pairs differ beside those listed. */
  more: number;
}

interface PartyName {
  id: PartyId;
  name: string;
}

/** One thing that is otherwise than it was, by its kind; `byTime` where nothing but time changed it. */
export type Change =
  | {
      kind: 'standing';
      subject: SubjectName;
      was: StandingState;
      now: StandsNow;
      voices: VoiceChange[];
      byTime: boolean;
    }
  | { kind: 'opened'; subject: SubjectName; now: StandsNow; voices: VoiceChange[] }
  | { kind: 'voices'; subject: SubjectName; now: StandsNow; voices: VoiceChange[]; byTime: boolean }
  | { kind: 'post-taken-down' | 'post-withdrawn' | 'post-corrected' | 'post-clarified'; post: Post; why: string[] }
  | { kind: 'posts'; count: number; first: Post; key: Post[] }
  | { kind: 'ended' | 'reopened'; at: Moment; note: string | null }
  | { kind: 'headline'; was: string; now: string }
  | { kind: 'summary'; was: string | null; now: string | null }
  | { kind: 'key-points' | 'pins'; added: Post[]; removed: Post[] }
  | { kind: 'party-merged' | 'party-split'; party: PartyName; other: PartyName; subjects: SubjectName[] };
