import type { DeskView } from '../views/desk-view.ts';
import type { StatementView } from '../views/statement-view.ts';
import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { focusOn, writingPlace } from './focus.ts';
import { useKeys } from './key-desk.ts';
import { kindNamed, kindNames } from './kinds/kinds.ts';
import { useStreamList } from './stream-list.ts';
import { idsIn, SubjectCard } from './subject-card.tsx';
import { draftOfStatement, toldIn } from './told.ts';
import { canDo, type VoiceAction } from './voice-card.tsx';

const subjectsOf = ({ subjects }: DeskView, kind: string) => subjects.filter(({ terms }) => terms.kind === kind);

/** All subjects as they stand, with every statement on them, each of which can be corrected, withdrawn or taken down. */
export function Board({ work, view, otherList }: { work: Work; view: DeskView; otherList: () => void }) {
  const desk = useDesk();
  const { story, drafts } = work;
  // Keys come quicker than the screen: what they act on is looked up when they come.
  const viewNow = () => story.view.value ?? view;
  const list = useStreamList(work, () =>
    kindNames.flatMap((kind) => subjectsOf(viewNow(), kind).flatMap((subject) => idsIn(viewNow(), subject))),
  );

  const act = (told: StatementView, action: VoiceAction, reason = '') => {
    const { id } = told;
    const seen = story.revision.value;
    list.current.value = id;
    if (!canDo(action, told)) return;
    switch (action) {
      case 'correct':
        drafts.correctStatement(id, draftOfStatement(told, viewNow(), 's1'), seen);
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
    const chosen = toldIn(viewNow(), list.current.value ?? '');
    if (chosen !== null) act(chosen, action);
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
          {subjectsOf(view, kind).map((subject) => (
            <SubjectCard key={subject.id} work={work} view={view} subject={subject} list={list} act={act} />
          ))}
        </section>
      ))}
    </div>
  );
}
