import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TextBlock } from '../reading/reading.ts';
import { markedBy, markKinds, type Mark, type Marked } from './marks.ts';
import { cut, type Piece } from './pieces.ts';
import type { KeptReport } from './report.ts';
import { selectedIn, type Selected } from './selection.ts';
import type { Suggested } from './suggested.ts';

interface ReportTextProps {
  report: KeptReport;
  /** Those that are not put away. */
  suggestions: Suggested[];
  /** Those of the kinds that are shown. */
  marks: Mark[];
  /** What is looked at. */
  looked: { name: string; spans: readonly Marked[] } | null;
  /** Told of the names of what was clicked, the innermost last. */
  choose: (names: string[]) => void;
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
  boilerplate: 'p',
  appeal: 'p',
};

/**
 * The clean text of a report, with its suggestions and what else was found marked in place; words are selected in it by mouse
 * or keyboard.
 *
 * It is editable as far as the browser knows, so that there is a cursor; nothing that is typed or dropped changes it.
 */
export function ReportText({ report, suggestions, marks, looked, choose, select }: ReportTextProps) {
  const place = useRef<HTMLDivElement>(null);
  const { text, blocks, language } = report.reading;
  // What an input method composes cannot be prevented: where it came in, the text is made anew.
  const [made, makeAgain] = useState(0);
  useEffect(() => {
    if (made > 0) place.current?.focus();
  }, [made]);

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

  const now = looked?.name ?? null;
  const before = useRef(now);
  useEffect(() => {
    // A report opens at its beginning.
    if (now === before.current) return;
    before.current = now;
    place.current?.querySelector('[data-now]')?.scrollIntoView({ block: 'nearest' });
  }, [now]);

  const pieces = useMemo(
    () => cut(blocks, [...suggestions.flatMap(markedBy), ...marks.flatMap(({ spans }) => spans)]),
    [blocks, suggestions, marks],
  );
  const told = useMemo(
    () => new Map(marks.map(({ name, kind, told }) => [name, `${markKinds[kind].one}: ${told.join('; ')}`])),
    [marks],
  );

  const never = (event: Event) => event.preventDefault();
  return (
    // A text of several styles, which no input can show; suggestions and marks are reached by key, too.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      key={made}
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
      onInput={() => makeAgain(made + 1)}
      onPaste={never}
      onCut={never}
      onDragStart={never}
      onClick={(event) => {
        const names = event.target instanceof Element && event.target.closest<HTMLElement>('[data-of]')?.dataset['of'];
        if (names) choose(names.split(' '));
      }}
    >
      {blocks.map((block, i) => (
        <Block
          key={block.start}
          text={text}
          block={block}
          pieces={pieces[i] ?? []}
          spans={
            looked?.spans.some(({ start, end }) => start < block.end && block.start < end) ? looked.spans : nothing
          }
          told={told}
        />
      ))}
    </div>
  );
}

const nothing: readonly Marked[] = [];

interface BlockProps extends Omit<TextPieceProps, 'piece'> {
  block: TextBlock;
  pieces: readonly Piece<Marked>[];
}

/** A block of the text; made anew only where it or what is looked at in it has changed, so that a long report stays quick. */
function Block({ text, block, pieces, spans, told }: BlockProps) {
  return useMemo(() => {
    const Element = elements[block.kind];
    return (
      <Element class={`block ${block.kind}`} dir="auto">
        {pieces.map((piece) => (
          <TextPiece key={piece.start} text={text} piece={piece} spans={spans} told={told} />
        ))}
      </Element>
    );
  }, [text, block, pieces, spans, told]);
}

interface TextPieceProps {
  text: string;
  piece: Piece<Marked>;
  /** What is looked at. */
  spans: readonly Marked[];
  told: ReadonlyMap<string, string>;
}

/** A piece of the text as text: yellow where it is suggested, and in the shape of each kind of mark that covers it. */
function TextPiece({ text, piece: { start, end, under }, spans, told }: TextPieceProps) {
  const shown = under.filter(({ part }) => part !== 'content' && part !== 'speaker');
  const kinds = new Set(shown.map(({ kind }) => kind));
  const Element = kinds.delete('suggestion') ? 'mark' : 'span';
  const names = [...new Set(shown.map(({ of }) => of))];
  const lookedAt = spans.filter((span) => span.start <= start && end <= span.end).map(({ part }) => part);
  const part = under.some(({ part }) => part === 'figure') ? 'figure' : lookedAt.find((part) => part === 'speaker');
  return (
    <Element
      class={kinds.size > 0 ? 'found' : undefined}
      data-start={start}
      data-kinds={kinds.size > 0 ? [...kinds].join(' ') : undefined}
      data-of={names.length > 0 ? names.join(' ') : undefined}
      data-part={part}
      data-now={lookedAt.length === 0 ? undefined : lookedAt.every((part) => part === 'content') ? 'content' : 'whole'}
      title={names.map((name) => told.get(name)).findLast((words) => words !== undefined)}
    >
      {text.slice(start, end)}
    </Element>
  );
}
