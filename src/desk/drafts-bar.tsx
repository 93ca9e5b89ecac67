import { useDesk } from './desk-context.ts';
import { holdsWork, labelOf, type Draft } from './draft.ts';
import type { DraftShelf } from './draft-shelf.ts';

/** The unfinished drafts beside the one in the box; none is ever thrown away unasked. */
export function DraftsBar({ drafts }: { drafts: DraftShelf }) {
  const desk = useDesk();
  const current = drafts.current.value;
  const others = drafts.others.value;
  const elsewhere = drafts.elsewhere.value;
  const open = async (draft: Draft) => {
    const came = await drafts.open(draft.id);
    if (came === 'in-another-window') desk.say('That draft is open in another window of this browser.');
    if (came === 'gone') desk.say('That draft was published or thrown away in another window.');
  };
  const away = current.purpose.kind === 'correct' || holdsWork(current);
  if (others.length === 0 && elsewhere.length === 0 && !away) return null;
  return (
    <div class="drafts">
      {away && (
        <p>
          <button type="button" class="quiet" onClick={() => drafts.startNew()}>
            Start another post
          </button>{' '}
          <button type="button" class="quiet" onClick={() => drafts.finish()}>
            {current.purpose.kind === 'correct' ? 'Leave it uncorrected' : 'Throw this away'}
          </button>
        </p>
      )}
      {others.length + elsewhere.length > 0 && (
        <ul aria-label="Unfinished">
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
      )}
    </div>
  );
}

function Discard({ drafts, draft }: { drafts: DraftShelf; draft: Draft }) {
  return (
    <button type="button" class="quiet" aria-label={`Throw away: ${labelOf(draft)}`} onClick={() => drafts.discard(draft.id)}>
      Throw away
    </button>
  );
}
