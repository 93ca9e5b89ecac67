import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from './problem.ts';

interface ProblemNoteProps {
  problem: Problem;
  /** Whether the screen stays where it is, because the focus was put where the problem is mended. */
  still?: boolean;
  children?: ComponentChildren;
}

/** A problem where it happened: what is wrong, why, and what to do next; told at once to screen readers. */
export function ProblemNote({ problem, still = false, children }: ProblemNoteProps) {
  const { detail, why, next, code } = problem;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!still) place.current?.scrollIntoView({ block: 'nearest' });
    // The same problem once more is nothing new: what is read does not move for it.
  }, [code, detail, why, next, still]);
  return (
    <div ref={place} class="problem" role="alert" data-code={code}>
      <p class="problem-what">{detail}</p>
      {why !== null && <p>{why}</p>}
      {next !== null && <p class="problem-next">{next}</p>}
      {children}
    </div>
  );
}
