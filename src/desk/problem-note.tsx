import type { ComponentChildren } from 'preact';
import type { Problem } from './problem.ts';

/** A problem where it happened: what is wrong, why, and what to do next; told at once to screen readers. */
export function ProblemNote({ problem, children }: { problem: Problem; children?: ComponentChildren }) {
  const { detail, why, next, code } = problem;
  return (
    <div class="problem" role="alert" data-code={code}>
      <p class="problem-what">{detail}</p>
      {why !== null && <p>{why}</p>}
      {next !== null && <p class="problem-next">{next}</p>}
      {children}
    </div>
  );
}
