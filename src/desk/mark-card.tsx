import { wordsAt } from './mark-words.ts';
import { markKinds, type Mark } from './marks.ts';

/** What the mark that is looked at was understood to be; said to who does not see it, too. */
export function MarkCard({ text, mark, place, of }: { text: string; mark: Mark | null; place: number; of: number }) {
  return (
    <output class="mark-card">
      {mark !== null && (
        <>
          <strong>{markKinds[mark.kind].one}</strong>{' '}
          <q dir="auto">
            {wordsAt(
              text,
              mark.spans.filter(({ part }) => part === 'whole' || part === 'cue'),
            )}
          </q>{' '}
          <span class="hint">
            {place} of {of}
          </span>
          {mark.told.map((line) => (
            <span key={line} class="told" dir="auto">
              {line}
            </span>
          ))}
        </>
      )}
    </output>
  );
}
