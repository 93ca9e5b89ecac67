import type { MarkShelf } from './mark-shelf.ts';
import { markKinds, type MarkKind } from './marks.ts';

interface MarkLegendProps {
  marks: MarkShelf;
  toggle: (kind: MarkKind) => void;
  move: (by: 1 | -1) => void;
}

/** What each mark in the text looks like and how many there are; each kind can be hidden. */
export function MarkLegend({ marks, toggle, move }: MarkLegendProps) {
  const counts = marks.counts();
  if (counts.length === 0) return null;
  return (
    <fieldset class="mark-legend" aria-label="Marks in the text">
      {counts.map(({ kind, count }) => (
        <button key={kind} type="button" aria-pressed={marks.shows(kind)} onClick={() => toggle(kind)}>
          <span class="found" data-kinds={kind}>
            {markKinds[kind].many}
          </span>{' '}
          <span class="hint">{count}</span>
        </button>
      ))}
      <span class="walk">
        <button type="button" class="quiet" aria-label="Previous mark" onClick={() => move(-1)}>
          ‹
        </button>
        <button type="button" class="quiet" aria-label="Next mark" onClick={() => move(1)}>
          ›
        </button>
      </span>
    </fieldset>
  );
}
