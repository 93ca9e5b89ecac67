import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from './problem.ts';

/** A problem where it happened: what is wrong, why, and what to do next; told at once to screen readers. */
export function ProblemNote({ problem, children }: { problem: Problem; children?: ComponentChildren }) {
  const { detail, why, next, code } = problem;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [problem]);
  return (
    <div ref={place} class="problem" role="alert" data-code={code}>
      <p class="problem-what">{detail}</p>
      {why !== null && <p>{why}</p>}
      {next !== null && <p class="problem-next">{next}</p>}
      {children}
    </div>
  );
}
