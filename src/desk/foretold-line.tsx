import type { Foretold } from './use-preview.ts';

/** What the board will say of a subject once the statement is published. */
export function ForetoldLine({ subject, line }: Foretold) {
  return (
    <p class="foretold">
      The board will say of <bdi>{subject}</bdi>: <q>{line}</q>
    </p>
  );
}
