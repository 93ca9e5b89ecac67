import type { StatementView } from '../views/statement-view.ts';
import type { VoiceView } from '../views/subject-view.ts';
import type { Problem } from './problem.ts';
import { ProblemNote } from './problem-note.tsx';
import { ReasonForm } from './reason-form.tsx';
import { statementLine } from './statement-line.ts';
import type { Question } from './stream-list.ts';
import { TakeDownForm } from './take-down-form.tsx';
import { besideStatement, tombstoneLine, type TakeDown } from './taking-down.ts';
import { whenLine } from './times.ts';

/** What can be done with a statement of the board. */
export type VoiceAction = 'correct' | 'ask-withdraw' | 'withdraw' | 'ask-take-down' | 'keep';

const outdatings: Record<NonNullable<VoiceView['outdated']>, string> = {
  expired: 'expired',
  overdue: 'overdue: no outcome recorded',
  lapsed: 'no end stated: not known whether it still holds',
};

/** Whether something can be done with a statement: of one that was withdrawn only the text can go, of one without text nothing. */
export function canDo(action: VoiceAction, { withdrawn, removed }: StatementView): boolean {
  if (action === 'keep') return true;
  return removed === null && (withdrawn === null || action === 'ask-take-down');
}

interface VoiceCardProps {
  voice: StatementView & Partial<Pick<VoiceView, 'outdated'>>;
  zone: string;
  chosen: boolean;
  asked: Question | null;
  problem: Problem | null;
  act: (action: VoiceAction, reason?: string) => void;
  takeDown: TakeDown;
  choose: () => void;
}

/** A statement of a subject, what time has made of it, and what can be done with it. */
export function VoiceCard({ voice, zone, chosen, asked, problem, act, takeDown, choose }: VoiceCardProps) {
  const { id, said, happened, excerpt, outdated, withdrawn, removed } = voice;
  const times = [said && `said ${whenLine(said)}`, happened && `happened ${whenLine(happened)}`].filter(Boolean);
  return (
    <li>
      {/* As the posts of the stream: the keys act on the one that has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <article
        id={`desk-${id}`}
        class="voice"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={chosen ? 0 : -1}
        aria-labelledby={`${id}-line`}
        aria-current={chosen ? 'true' : undefined}
        data-withdrawn={withdrawn ? '' : undefined}
        onFocusIn={choose}
        onClick={choose}
      >
        <p id={`${id}-line`} dir="auto">
          {statementLine(voice)}
          {removed && <span class="badge">{tombstoneLine(removed, zone)}</span>}
          {outdated && <span class="badge">{outdatings[outdated]}</span>}
        </p>
        {times.length > 0 && <p class="hint">{times.join('; ')}</p>}
        {excerpt && <blockquote dir="auto">“{excerpt.exact}”</blockquote>}
        {asked === 'withdraw' && withdrawn === null && (
          <ReasonForm what={id} send={(reason) => act('withdraw', reason)} cancel={() => act('keep')} />
        )}
        {asked === 'take-down' && removed === null && (
          <TakeDownForm what={id} beside={besideStatement(voice)} send={takeDown} cancel={() => act('keep')} />
        )}
        {asked === null && removed === null && (
          <p class="actions">
            {withdrawn === null && (
              <>
                <button type="button" class="quiet" aria-label={`Correct ${id}`} onClick={() => act('correct')}>
                  Correct
                </button>
                <button type="button" class="quiet" aria-label={`Withdraw ${id}`} onClick={() => act('ask-withdraw')}>
                  Withdraw
                </button>
              </>
            )}
            <button type="button" class="quiet" aria-label={`Take down ${id}…`} onClick={() => act('ask-take-down')}>
              Take down…
            </button>
          </p>
        )}
        {problem && <ProblemNote problem={problem} />}
      </article>
    </li>
  );
}
