import { useEffect, useRef } from 'preact/hooks';
import type { Suggestion, TextBlock } from '../reading/reading.ts';
import { stretches, type KeptReport } from './report.ts';
import { selectedIn, type Selected } from './selection.ts';

interface ReportTextProps {
  report: KeptReport;
  /** Those that are not put away. */
  suggestions: Suggestion[];
  current: number | null;
  choose: (suggestion: number) => void;
  select: (selected: Selected | null) => void;
}

const elements: Record<TextBlock['kind'], 'h3' | 'h4' | 'p'> = {
  title: 'h3',
  standfirst: 'p',
  heading: 'h4',
  paragraph: 'p',
  quotation: 'p',
  item: 'p',
  caption: 'p',
  cell: 'p',
  byline: 'p',
  promotion: 'p',
  appeal: 'p',
};

/**
 * The clean text of a report, with its suggestions marked in place; words are selected in it by mouse or keyboard.
 *
 * It is editable as far as the browser knows, so that there is a cursor; nothing that is typed or dropped changes it.
 */
export function ReportText({ report, suggestions, current, choose, select }: ReportTextProps) {
  const place = useRef<HTMLDivElement>(null);
  const { text, blocks, language } = report.reading;

  useEffect(() => {
    const changed = () => {
      const { current: container } = place;
      const selection = document.getSelection();
      if (container === null || selection === null || !container.contains(selection.anchorNode)) return;
      select(selectedIn(container, selection));
    };
    document.addEventListener('selectionchange', changed);
    return () => document.removeEventListener('selectionchange', changed);
  }, [select]);

  const before = useRef(current);
  useEffect(() => {
    // A report opens at its beginning.
    if (current === before.current) return;
    before.current = current;
    place.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const never = (event: Event) => event.preventDefault();
  return (
    // A text of several styles, which no input can show; suggestions are chosen by key in their list.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={place}
      class="report-text"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="textbox"
      aria-multiline="true"
      aria-readonly="true"
      aria-label="Text of the report"
      tabIndex={0}
      contentEditable
      data-read-only=""
      inputMode="none"
      spellcheck={false}
      lang={language ?? undefined}
      onBeforeInput={never}
      onPaste={never}
      onCut={never}
      onDragStart={never}
      onClick={(event) => {
        const numbers =
          event.target instanceof Element
            ? event.target.closest<HTMLElement>('[data-suggestions]')?.dataset['suggestions']
            : undefined;
        const number = Number(numbers?.split(' ').at(-1));
        if (number > 0) choose(number);
      }}
    >
      {blocks.map((block) => {
        const Element = elements[block.kind];
        return (
          <Element key={block.start} class={`block ${block.kind}`} dir="auto">
            {stretches(text, block, suggestions).map(({ start, text: words, suggestions: numbers, part }) =>
              numbers.length === 0 ? (
                <span key={start} data-start={start} data-part={part ?? undefined}>
                  {words}
                </span>
              ) : (
                <mark
                  key={start}
                  data-start={start}
                  data-part={part ?? undefined}
                  data-suggestions={numbers.join(' ')}
                  data-current={current !== null && numbers.includes(current) ? '' : undefined}
                >
                  {words}
                </mark>
              ),
            )}
          </Element>
        );
      })}
    </div>
  );
}
