import type { DeskView } from '../views/desk-view.ts';
import type { SubjectView } from '../views/subject-view.ts';
import { subjectAddress } from '../page/addresses.ts';
import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { focusOn, writingPlace } from './focus.ts';
import { useKeys } from './key-desk.ts';
import { kindNamed, kindNames } from './kinds/kinds.ts';
import { useStreamList } from './stream-list.ts';
import { takeDownCommand, takenDown } from './taking-down.ts';
import { draftOfStatement, type Told } from './told.ts';
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

const subjectsOf = ({ subjects }: DeskView, kind: string) => subjects.filter(({ terms }) => terms.kind === kind);

/** What stands of each subject, and the statements it stands on, each of which can be corrected or withdrawn. */
export function Board({ work, view, otherList }: { work: Work; view: DeskView; otherList: () => void }) {
  const desk = useDesk();
  const { story, drafts } = work;
  const voicesNow = () => {
    const now = story.view.value ?? view;
    return kindNames.flatMap((kind) => subjectsOf(now, kind).flatMap(({ voices }) => voices));
  };
  const list = useStreamList(work, () => voicesNow().map(({ id }) => id));

  const act = (told: Told, action: VoiceAction, reason = '') => {
    const { id } = told;
    const seen = story.revision.value;
    list.current.value = id;
    switch (action) {
      case 'correct':
        drafts.correctStatement(id, draftOfStatement(told, story.view.value ?? view, 's1'), seen);
        desk.show('box');
        return focusOn(writingPlace);
      case 'ask-withdraw':
        return list.ask(id, 'withdraw');
      case 'ask-take-down':
        return list.ask(id, 'take-down');
      case 'keep':
        return list.drop(id);
      case 'withdraw':
        return void list.send(id, { kind: 'withdraw-statement', seen, statement: id, reason }, `${id} withdrawn.`);
    }
  };
  const onChosen = (action: VoiceAction) => () => {
    const chosen = voicesNow().find(({ id }) => id === list.current.value);
    if (chosen !== undefined) act(chosen, action);
  };

  useKeys('stream', {
    next: () => list.move(1),
    previous: () => list.move(-1),
    'other-list': otherList,
    correct: onChosen('correct'),
    withdraw: onChosen('ask-withdraw'),
  });

  const kinds = kindNames.filter((kind) => subjectsOf(view, kind).length > 0);
  if (kinds.length === 0) return <p class="hint">No statement is recorded yet. Take one from a report.</p>;
  return (
    <div class="board">
      {kinds.map((kind) => (
        <section key={kind} aria-label={kindNamed(kind).many}>
          <h3>{kindNamed(kind).many}</h3>
          {subjectsOf(view, kind).map(({ id, name, state, voices, silent }) => (
            <section key={id} class="subject" aria-label={name}>
              <h4 id={`desk-${id}`} tabIndex={-1}>
                <a href={subjectAddress(story.name, id)} target="_blank" rel="noreferrer">
                  {name}
                </a>
                <span class="badge" data-state={state}>
                  {states[state]}
                </span>
              </h4>
              <ul>
                {voices.map((voice) => (
                  <VoiceCard
                    key={voice.id}
                    voice={voice}
                    chosen={voice.id === list.current.value}
                    asked={list.asked(voice.id)}
                    act={(action, reason) => act(voice, action, reason)}
                    takeDown={(what, ground) =>
                      void list.send(voice.id, takeDownCommand(what, ground, story.revision.value), takenDown(what))
                    }
                    choose={() => (list.current.value = voice.id)}
                    problem={list.problem.value?.on === voice.id ? list.problem.value.problem : null}
                  />
                ))}
                {silent.map((side) => (
                  <li key={side.id}>
                    <p>
                      {side.name}: <span class="hint">no statement recorded</span>
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      ))}
    </div>
  );
}
