import { useEffect, useRef } from 'preact/hooks';
import type { SuggestedState } from '../reading/reading.ts';
import { kindNamed, valueLine } from './kinds/kinds.ts';
import { subjectWords } from './mark-words.ts';
import type { Suggested } from './suggested.ts';

/** What can be done with a suggestion. */
export type SuggestionAction = 'accept' | 'quote' | 'hide';

interface SuggestionListProps {
  suggestions: Suggested[];
  current: string | null;
  taken: ReadonlySet<string>;
  hidden: number;
  choose: (name: string) => void;
  act: (suggestion: Suggested, action: SuggestionAction) => void;
  unhide: () => void;
}

/** The statements that a report seems to hold; none is anything until an editor takes it. */
export function SuggestionList({ suggestions, current, taken, hidden, choose, act, unhide }: SuggestionListProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Within the list alone: where it has no scroll of its own, the text that was clicked stays where it is.
    const { current: box } = list;
    const row = box?.querySelector('[aria-current]')?.getBoundingClientRect();
    if (box === null || row === undefined) return;
    const { top, bottom } = box.getBoundingClientRect();
    box.scrollTop += row.top < top ? row.top - top : Math.max(0, row.bottom - bottom);
    // A row grows once it is taken.
  }, [current, taken]);
  return (
    <section class="suggestions" aria-labelledby="suggestions-title">
      <h3 id="suggestions-title">
        Suggestions <span class="hint">{suggestions.length}</span>
        {hidden > 0 && (
          <button type="button" class="quiet" onClick={unhide}>
            Bring {hidden} back
          </button>
        )}
      </h3>
      {suggestions.length === 0 && <p class="hint">None. Select words in the text to make a statement of them.</p>}
      <ol ref={list}>
        {suggestions.map((suggestion) => (
          <Row
            key={suggestion.name}
            suggestion={suggestion}
            current={suggestion.name === current}
            taken={taken.has(suggestion.name)}
            choose={() => choose(suggestion.name)}
            act={(action) => act(suggestion, action)}
          />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  suggestion: Suggested;
  current: boolean;
  taken: boolean;
  choose: () => void;
  act: (action: SuggestionAction) => void;
}

function Row({ suggestion, current, taken, choose, act }: RowProps) {
  const { name, sort, speaker, mode, channel, excerpt, figure, state, reader } = suggestion;
  return (
    // The keys of the report act on the suggestion that has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <li
      id={name}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={current ? 0 : -1}
      aria-current={current ? 'true' : undefined}
      data-taken={taken ? '' : undefined}
      onFocusIn={choose}
      onClick={choose}
    >
      <p>
        <strong dir="auto">{speaker === null ? 'Speaker not given' : speaker.name}</strong>
        {speaker?.role && <span class="hint" dir="auto">{` ${speaker.role}`}</span>} {mode}
        {channel && ` ${channel}`}
        {figure && (
          <>
            : <strong class="number">{figure.words}</strong>
            {figure.what && !figure.words.includes(figure.what) && ` ${figure.what}`}
          </>
        )}
        {state && <StateLine state={state} />}
        {sort === 'paraphrase' && (
          <>
            <span class="badge">indirect speech</span> <span class="hint">in the report’s own words</span>
          </>
        )}
        {reader && <span class="hint"> (suggested by {reader})</span>}
        {taken && <span class="badge">taken</span>}
      </p>
      <p class="exact" dir="auto">
        {sort === 'paraphrase' ? excerpt.exact : `“${excerpt.exact}”`}
      </p>
      {current && (
        <fieldset class="actions" aria-label="Actions on the suggestion">
          <button type="button" onClick={() => act('accept')}>
            Take
          </button>
          {sort === 'quotation' && (
            <button type="button" onClick={() => act('quote')}>
              Quote
            </button>
          )}
          <button type="button" onClick={() => act('hide')}>
            Put away
          </button>
        </fieldset>
      )}
    </li>
  );
}

/** How a subject stands by a report's words: the kind, which subject, and what is said of it. */
function StateLine({ state: { terms, value } }: { state: SuggestedState }) {
  const subject = subjectWords(terms);
  return (
    <>
      : <strong>{kindNamed(value.kind).one}</strong>
      {subject !== '' && <span dir="auto">{` ${subject}`}</span>}: <span dir="auto">{valueLine(value)}</span>
    </>
  );
}
