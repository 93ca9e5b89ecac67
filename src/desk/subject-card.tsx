import type { DeskView } from '../views/desk-view.ts';
import type { StatementView } from '../views/statement-view.ts';
import type { SubjectView } from '../views/subject-view.ts';
import { subjectAddress } from '../page/addresses.ts';
import type { Work } from './desk.ts';
import { PaymentList } from './payment-list.tsx';
import type { StreamList } from './stream-list.ts';
import { takeDownCommand, takenDown } from './taking-down.ts';
import { earlierOf } from './told.ts';
import { VoiceCard, type VoiceAction } from './voice-card.tsx';

const states: Record<SubjectView['state'], string> = {
  unknown: 'unknown',
  stated: 'stated',
  agreed: 'agreed',
  disputed: 'disputed',
  'different-measures': 'different measures',
  'side-by-side': 'side by side',
  expired: 'expired',
  overdue: 'overdue: no outcome recorded',
};

interface SubjectCardProps {
  work: Work;
  view: DeskView;
  subject: DeskView['subjects'][number];
  list: StreamList;
  act: (statement: StatementView, action: VoiceAction, reason?: string) => void;
}

/** A subject of the board: how it stands, the statements it stands on, an appeal's payment details, and what was stated before. */
export function SubjectCard({ work, view, subject, list, act }: SubjectCardProps) {
  const { story } = work;
  const { id, name, terms, state, voices, silent } = subject;
  const earlier = earlierOf(subject);
  const opened = story.histories.value.has(id);
  const card = (statement: StatementView) => (
    <VoiceCard
      key={statement.id}
      voice={statement}
      zone={view.zone}
      chosen={statement.id === list.current.value}
      asked={list.asked(statement.id)}
      act={(action, reason) => act(statement, action, reason)}
      takeDown={(what, ground) =>
        void list.send(statement.id, takeDownCommand(what, ground, story.revision.value), takenDown(what))
      }
      choose={() => (list.current.value = statement.id)}
      problem={list.problem.value?.on === statement.id ? list.problem.value.problem : null}
    />
  );
  return (
    <section class="subject" aria-label={name}>
      <h4 id={`desk-${id}`} tabIndex={-1}>
        <a href={subjectAddress(story.name, id)} target="_blank" rel="noreferrer" dir="auto">
          {name}
        </a>
        <span class="badge" data-state={state}>
          {states[state]}
        </span>
      </h4>
      <ul>
        {voices.map(card)}
        {silent.map((side) => (
          <li key={side.id}>
            <p>
              {side.name}: <span class="hint">no statement recorded</span>
            </p>
          </li>
        ))}
      </ul>
      {terms.kind === 'appeal' && <PaymentList work={work} view={view} subject={subject} list={list} />}
      <button
        type="button"
        class="quiet"
        aria-expanded={opened}
        aria-describedby={`desk-${id}`}
        onClick={() => (opened ? story.closeHistory(id) : void story.openHistory(id))}
      >
        {opened ? 'Hide what was stated before' : 'What was stated before…'}
      </button>
      {opened && (
        <section class="earlier" aria-label={`What was stated before on ${name}`}>
          {earlier.length > 0 && <ul>{earlier.map(card)}</ul>}
          {earlier.length === 0 && (
            <p class="hint">{'earlier' in subject ? 'Nothing was replaced, corrected or withdrawn.' : 'Looking…'}</p>
          )}
        </section>
      )}
    </section>
  );
}

/** The names of what is shown of a subject, in the order of the screen: statements, payment details, earlier statements. */
export function idsIn(view: DeskView, subject: DeskView['subjects'][number]): string[] {
  const { id, voices } = subject;
  const payments = view.payments.filter(({ subject }) => subject === id);
  return [...voices, ...payments, ...earlierOf(subject)].map(({ id }) => id);
}
