import { kindNamed } from './kinds/kinds.ts';
import { apartFrom, measuresOf, withMeasure } from './measures.ts';
import type { StatementParts } from './statement-form.tsx';

/** How a figure measures beside the figures of its subject, and why they are compared or not. */
export function MeasuresNote({ statement, draft, view, change }: StatementParts) {
  const subject = view.subjects.find(({ id }) => id === statement.subject);
  const value = kindNamed('figure').value(statement.values.figure ?? {});
  if (subject === undefined || value.kind !== 'figure' || value.what === '') return null;
  const { purpose } = draft;
  const wrong = purpose.kind === 'correct-statement' ? purpose.statement : null;
  const measures = measuresOf({ ...subject, voices: subject.voices.filter(({ id }) => id !== wrong) });
  const others = measures.map((voice) => ({ voice, apart: apartFrom(value, voice.value) }));
  return (
    <ul class="measures" aria-label={`Compared with ${subject.name}`}>
      {others.map(({ voice, apart }) => {
        const who = `${voice.speaker?.name ?? 'the desk'}’s “${voice.value.words}”`;
        return (
          <li key={voice.id}>
            {apart.length === 0 ? (
              <p class="hint">Counts the same as {who}: the two are compared.</p>
            ) : (
              <>
                <p class="lacks">
                  A different measure from {who}, and not compared with it. Different: {apart.join('; ')}.
                </p>
                <button
                  type="button"
                  class="quiet"
                  onClick={() => change({ values: withMeasure(statement.values, voice.value) })}
                >
                  It counts what {who} counts
                </button>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
