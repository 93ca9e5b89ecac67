import type { Suggestion } from '../reading/reading.ts';

/** What can be done with a suggestion. */
export type SuggestionAction = 'accept' | 'quote' | 'hide';

interface SuggestionListProps {
  suggestions: Suggestion[];
  current: number | null;
  taken: ReadonlySet<number>;
  hidden: number;
  choose: (number: number) => void;
  act: (suggestion: Suggestion, action: SuggestionAction) => void;
  unhide: () => void;
}

/** The statements that a report seems to hold; none is anything until an editor takes it. */
export function SuggestionList({ suggestions, current, taken, hidden, choose, act, unhide }: SuggestionListProps) {
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
      <ol>
        {suggestions.map((suggestion) => (
          <Row
            key={suggestion.number}
            suggestion={suggestion}
            current={suggestion.number === current}
            taken={taken.has(suggestion.number)}
            choose={() => choose(suggestion.number)}
            act={(action) => act(suggestion, action)}
          />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  suggestion: Suggestion;
  current: boolean;
  taken: boolean;
  choose: () => void;
  act: (action: SuggestionAction) => void;
}

function Row({ suggestion, current, taken, choose, act }: RowProps) {
  const { number, speaker, mode, channel, excerpt, figure, reader } = suggestion;
  return (
    // The keys of the report act on the suggestion that has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <li
      id={`suggestion-${number}`}
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
        {reader && <span class="hint"> (suggested by {reader})</span>}
        {taken && <span class="badge">taken</span>}
      </p>
      <p class="exact" dir="auto">
        “{excerpt.exact}”
      </p>
      {current && (
        <fieldset class="actions" aria-label={`Actions on suggestion ${number}`}>
          <button type="button" onClick={() => act('accept')}>
            Take
          </button>
          {suggestion.sort === 'quotation' && (
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
