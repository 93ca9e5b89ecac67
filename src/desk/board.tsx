import { useSignal } from '@preact/signals';
import type { DeskView } from '../views/desk-view.ts';
import type { StatementView } from '../views/statement-view.ts';
import type { SubjectView } from '../views/subject-view.ts';
import { subjectAddress } from '../page/addresses.ts';
import { useDesk } from './desk-context.ts';
import { kindNamed, kindNames } from './kinds/kinds.ts';
import type { OpenStory } from './open-story.ts';
import type { Problem } from './problem.ts';
import { ProblemNote } from './problem-note.tsx';
import { ReasonForm } from './reason-form.tsx';
import { statementLine } from './statement-line.ts';
import { whenLine } from './times.ts';

const states: Record<SubjectView['state'], string> = {
  unknown: 'unknown',
  stated: 'stated',
  agreed: 'agreed',
  disputed: 'disputed',
  'different-measures': 'different measures',
};

/** What stands of each subject, and the statements it stands on, each of which can be withdrawn. */
export function Board({ story, view }: { story: OpenStory; view: DeskView }) {
  const kinds = kindNames.filter((name) => view.subjects.some(({ terms }) => terms.kind === name));
  if (kinds.length === 0) return <p class="hint">No statement is recorded yet. Take one from a report.</p>;
  return (
    <div class="board">
      {kinds.map((name) => (
        <section key={name} aria-label={kindNamed(name).many}>
          <h3>{kindNamed(name).many}</h3>
          {view.subjects
            .filter(({ terms }) => terms.kind === name)
            .map((subject) => (
              <section key={subject.id} class="subject" aria-label={subject.name}>
                <h4>
                  <a href={subjectAddress(story.name, subject.id)} target="_blank" rel="noreferrer">
                    {subject.name}
                  </a>
                  <span class="badge" data-state={subject.state}>
                    {states[subject.state]}
                  </span>
                </h4>
                <ul>
                  {subject.voices.map((statement) => (
                    <Voice key={statement.id} story={story} statement={statement} />
                  ))}
                </ul>
              </section>
            ))}
        </section>
      ))}
    </div>
  );
}

function Voice({ story, statement }: { story: OpenStory; statement: StatementView }) {
  const desk = useDesk();
  const asking = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const { said, happened } = statement;
  const times = [said && `said ${whenLine(said)}`, happened && `happened ${whenLine(happened)}`]
    .filter(Boolean)
    .join('; ');
  const withdraw = async (reason: string) => {
    const command = {
      kind: 'withdraw-statement',
      seen: story.revision.value,
      statement: statement.id,
      reason,
    } as const;
    const answer = await story.send(command);
    if (answer.ok) desk.say(`${statement.id} withdrawn. Revision ${answer.value.revision}.`);
    else desk.failed(answer.problem, problem);
  };
  return (
    <li>
      <p>{statementLine(statement)}</p>
      {times !== '' && <p class="hint">{times}</p>}
      {statement.excerpt && <blockquote>“{statement.excerpt.exact}”</blockquote>}
      {asking.value ? (
        <ReasonForm
          what={statement.id}
          send={(reason) => void withdraw(reason)}
          cancel={() => (asking.value = false)}
        />
      ) : (
        <button
          type="button"
          class="quiet"
          aria-label={`Withdraw ${statement.id}`}
          onClick={() => (asking.value = true)}
        >
          Withdraw
        </button>
      )}
      {problem.value && <ProblemNote problem={problem.value} />}
    </li>
  );
}
