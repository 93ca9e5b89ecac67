import { Choice } from './fields.tsx';
import type { StatementParts } from './statement-form.tsx';
import type { StatementDraft } from './statement-draft.ts';
import { statementLine } from './statement-line.ts';

type Link = NonNullable<StatementDraft['link']>;

/** The statement of the same subject that this one answers, if any. */
export function LinkChoice({ statement, draft, view, change }: StatementParts) {
  const subject = view.subjects.find(({ id }) => id === statement.subject);
  const { purpose } = draft;
  const wrong = purpose.kind === 'correct-statement' ? purpose.statement : null;
  const voices = (subject?.voices ?? []).filter(({ id }) => id !== wrong);
  if (voices.length === 0) return null;
  const { link } = statement;
  return (
    <div class="two">
      <Choice
        label="It refers to"
        value={link?.statement ?? ''}
        change={(id) =>
          change({ link: id === '' ? null : { kind: link?.kind ?? 'denies', statement: id as Link['statement'] } })
        }
        options={{
          '': 'No other statement',
          ...Object.fromEntries(voices.map((voice) => [voice.id, statementLine(voice)])),
        }}
      />
      {link !== null && (
        <Choice
          label="which it"
          value={link.kind}
          change={(kind) => change({ link: { ...link, kind: kind as Link['kind'] } })}
          options={{
            denies: 'denies',
            disputes: 'disputes',
            echoes: 'echoes',
            corrects: 'corrects',
            repeats: 'repeats',
          }}
        />
      )}
    </div>
  );
}
