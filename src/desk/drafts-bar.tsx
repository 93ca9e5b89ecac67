import { useDesk } from './desk-context.ts';
import { holdsWork, labelOf, type Draft } from './draft.ts';
import type { DraftShelf } from './draft-shelf.ts';
import { focusOn } from './focus.ts';
import { purposeWords } from './purpose-words.ts';

/** The unfinished drafts beside the one in the box; none is ever thrown away unasked. */
export function DraftsBar({ drafts }: { drafts: DraftShelf }) {
  const desk = useDesk();
  const others = drafts.others.value;
  const elsewhere = drafts.elsewhere.value;
  const open = async (draft: Draft) => {
    const came = await drafts.open(draft.id);
    if (came === 'in-another-window') desk.say('That draft is open in another window of this browser.');
    if (came === 'gone') desk.say('That draft was published or thrown away in another window.');
  };
  if (others.length + elsewhere.length === 0) return null;
  return (
    <ul class="drafts" aria-label="Unfinished">
      {others.map((draft) => (
        <li key={draft.id}>
          <button type="button" onClick={() => void open(draft)}>
            {labelOf(draft)}
          </button>
          <Discard drafts={drafts} draft={draft} />
        </li>
      ))}
      {elsewhere.map((draft) => (
        <li key={draft.id}>
          <button type="button" onClick={() => drafts.takeOver(draft)}>
            {labelOf(draft)} (from another browser)
          </button>
          <Discard drafts={drafts} draft={draft} />
        </li>
      ))}
    </ul>
  );
}

/** What was thrown away last, and the way back. */
export function GoneLine({ drafts }: { drafts: DraftShelf }) {
  const gone = drafts.gone.value;
  if (gone === null) return null;
  return (
    <p class="undo">
      {'draft' in gone ? (
        <>
          Thrown away: <bdi>{labelOf(gone.draft)}</bdi>
        </>
      ) : (
        'The statement is removed.'
      )}
      <button
        type="button"
        class="quiet"
        onClick={() => {
          drafts.bringBack();
          if ('before' in gone) focusOn('.statement:last-child [aria-expanded]');
        }}
      >
        {'draft' in gone ? 'Bring it back' : 'Put it back'}
      </button>
    </p>
  );
}

/** Puts what is in the box aside, or throws it away. */
export function DraftActions({ drafts }: { drafts: DraftShelf }) {
  const desk = useDesk();
  const current = drafts.current.value;
  const changing = current.purpose.kind !== 'new';
  if (!changing && !holdsWork(current)) return null;
  return (
    <p class="draft-actions">
      <button type="button" class="quiet" onClick={() => drafts.startNew()}>
        {changing ? 'Write a new post first' : 'Put aside'}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          drafts.throwAway(current);
          if (current.changed !== '') desk.say('Thrown away. It can be brought back.');
        }}
      >
        {purposeWords(current.purpose).leave}
      </button>
    </p>
  );
}

function Discard({ drafts, draft }: { drafts: DraftShelf; draft: Draft }) {
  return (
    <button
      type="button"
      class="quiet"
      aria-label={`Throw away: ${labelOf(draft)}`}
      onClick={() => {
        drafts.throwAway(draft);
        focusOn('.undo button');
      }}
    >
      Throw away
    </button>
  );
}
