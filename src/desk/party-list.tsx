import type { Party } from '../record/record.ts';
import type { PartyId } from '../terms/ids.ts';
import type { DeskParty, DeskView } from '../views/desk-view.ts';
import type { Work } from './desk.ts';
import { focusOn } from './focus.ts';
import { useKeys } from './key-desk.ts';
import { MergeForm } from './merge-form.tsx';
import { mergeCommand, sorts, splitCommand } from './merging.ts';
import type { Problem } from './problem.ts';
import { ProblemNote } from './problem-note.tsx';
import { useStreamList } from './stream-list.ts';

/** The parties of the story: who each is, how much it has stated, and who turned out to be another. */
export function PartyList({ work, view, otherList }: { work: Work; view: DeskView; otherList: () => void }) {
  const { story } = work;
  const partiesNow = () => story.view.value?.parties ?? view.parties;
  const list = useStreamList(work, () => partiesNow().map(({ id }) => id));
  const nameOf = (id: PartyId) => view.parties.find((party) => party.id === id)?.name ?? id;
  const merge = (party: Party, into: PartyId) =>
    list.send(
      party.id,
      mergeCommand(party.id, into, story.revision.value),
      `${party.name}, ${party.id}, is merged into ${nameOf(into)}, ${into}.`,
    );
  const split = ({ id, name }: Party) =>
    list.send(id, splitCommand(id, story.revision.value), `${name}, ${id}, is a party of its own again.`);

  useKeys('stream', {
    next: () => list.move(1),
    previous: () => list.move(-1),
    'other-list': otherList,
    merge: () => {
      const chosen = partiesNow().find(({ id }) => id === list.current.value);
      if (chosen?.into === null) list.ask(chosen.id, 'merge');
      else if (chosen !== undefined) focusOn(`#desk-${chosen.id} button`);
    },
  });

  if (view.parties.length === 0) return <p class="hint">No party is named yet. Take a statement from a report.</p>;
  return (
    <ul class="parties">
      {view.parties.map((party) => (
        <PartyCard
          key={party.id}
          party={party}
          parties={view.parties}
          into={party.into === null ? null : `${nameOf(party.into)}, ${party.into}`}
          chosen={party.id === list.current.value}
          asking={list.asked(party.id) !== null}
          choose={() => (list.current.value = party.id)}
          ask={() => list.ask(party.id, 'merge')}
          keep={() => list.drop(party.id)}
          merge={(into) => void merge(party, into)}
          split={() => void split(party)}
          problem={list.problem.value?.on === party.id ? list.problem.value.problem : null}
        />
      ))}
    </ul>
  );
}

interface PartyCardProps {
  party: DeskParty;
  parties: readonly Party[];
  /** The party that it was merged into, in words. */
  into: string | null;
  chosen: boolean;
  asking: boolean;
  choose: () => void;
  ask: () => void;
  keep: () => void;
  merge: (into: PartyId) => void;
  split: () => void;
  problem: Problem | null;
}

function PartyCard(props: PartyCardProps) {
  const { party, parties, into, chosen, asking, choose, ask, keep, merge, split, problem } = props;
  const { id, name, role, sort, statements } = party;
  return (
    <li>
      {/* As the posts of the stream: the keys act on the one that has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <article
        id={`desk-${id}`}
        class="party"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={chosen ? 0 : -1}
        aria-labelledby={`${id}-name`}
        aria-current={chosen ? 'true' : undefined}
        onFocusIn={choose}
        onClick={choose}
      >
        <p id={`${id}-name`}>
          <strong dir="auto">{name}</strong>, {role === null ? 'no role recorded' : <bdi>{role}</bdi>}
          {into && (
            <span class="badge">
              merged into <bdi>{into}</bdi>
            </span>
          )}
        </p>
        <p class="hint">
          {id}, {sorts[sort]}
          {`, ${statements === 1 ? '1 statement' : `${statements} statements`}`}
          {into && ', counted there'}
        </p>
        {asking && into === null ? (
          <MergeForm party={party} parties={parties} merge={merge} cancel={keep} />
        ) : (
          <p class="actions">
            {into === null ? (
              <button type="button" class="quiet" aria-label={`Merge into another…: ${name}, ${id}`} onClick={ask}>
                Merge into another…
              </button>
            ) : (
              <button type="button" class="quiet" aria-label={`Split again: ${name}, ${id}`} onClick={split}>
                Split again
              </button>
            )}
          </p>
        )}
        {problem && <ProblemNote problem={problem} />}
      </article>
    </li>
  );
}
