import type { Mode } from '../journal/statement.ts';
import type { DeskView } from '../views/desk-view.ts';
import type { Draft, DraftChange } from './draft.ts';
import { Choice, TextField, Toggle } from './fields.tsx';
import { kindNamed } from './kinds/kinds.ts';
import { MeasuresNote } from './measures-note.tsx';
import { LinkChoice } from './link-choice.tsx';
import { PartiesChoice } from './parties-choice.tsx';
import { PartyChoice } from './party-choice.tsx';
import { bringParty } from './statement-change.ts';
import type { Fields, StatementDraft } from './statement-draft.ts';
import { SubjectChoice } from './subject-choice.tsx';
import { subjectOf } from './subjects.ts';
import { WhenFields } from './when-fields.tsx';

/** What a part of a statement's form works with. */
export interface StatementParts {
  statement: StatementDraft;
  draft: Draft;
  view: DeskView;
  change: (change: Partial<StatementDraft>) => void;
  changeDraft: (change: DraftChange) => void;
}

const modes: Mode[] = [
  'says',
  'estimates',
  'announces',
  'reports',
  'confirms',
  'denies',
  'disputes',
  'demands',
  'offers',
  'refuses',
  'warns',
  'forecasts',
];

/** A statement as it is filled in; an empty field says that nobody said. */
export function StatementForm(parts: StatementParts) {
  const { statement, draft, view, change, changeDraft } = parts;
  const subject = subjectOf(statement, draft, view);
  const { ValueForm = () => null } = subject === null ? {} : kindNamed(subject.kind);
  return (
    <fieldset class="statement-form" aria-label={`Statement ${statement.id.slice(1)}`}>
      <SubjectChoice {...parts} />
      {subject !== null && (
        <fieldset>
          <legend>What is stated</legend>
          <ValueForm
            fields={statement.values[subject.kind] ?? {}}
            change={(fields: Fields) => change({ values: { ...statement.values, [subject.kind]: fields } })}
          />
          {subject.kind === 'figure' && <MeasuresNote {...parts} />}
        </fieldset>
      )}
      <fieldset>
        <legend>Who says it</legend>
        <Toggle label="The desk, in its own voice" on={statement.own} change={(own) => change({ own })} />
        {!statement.own && (
          <>
            <TextField label="Name, as printed" required value={statement.as} change={(as) => change({ as })} />
            <TextField label="Role, as printed" value={statement.role} change={(role) => change({ role })} />
            <PartyChoice
              label="Which party"
              parts={parts}
              value={statement.party}
              choose={(party) => change({ party })}
              bring={() =>
                changeDraft(
                  bringParty(
                    draft,
                    statement.id,
                    { name: statement.as, sort: null, role: statement.role },
                    (party) => ({ party }),
                  ),
                )
              }
            />
          </>
        )}
        <Choice
          label="How"
          value={statement.mode}
          change={(mode) => change({ mode: mode as Mode })}
          options={Object.fromEntries(modes.map((mode) => [mode, mode]))}
        />
      </fieldset>
      <details open={isMoreSaid(statement)}>
        <summary>When, through whom, on what</summary>
        <WhenFields label="When it was said" value={statement.said} change={(said) => change({ said })} />
        <WhenFields label="When it happened" value={statement.happened} change={(happened) => change({ happened })} />
        <TextField
          label="On what it was said"
          hint="As printed, for instance “in a video on Facebook”."
          value={statement.channel}
          change={(channel) => change({ channel })}
        />
        <PartiesChoice
          legend="Through whom, nearest to the speaker first"
          label="Through whom"
          further="And through whom"
          most={5}
          parts={parts}
          parties={statement.via}
          choose={(via) => change({ via })}
          bring={(draft, via) =>
            bringParty(draft, statement.id, { name: '', sort: null, role: '' }, (ref) => ({ via: via(ref) }))
          }
        />
        <LinkChoice {...parts} />
      </details>
    </fieldset>
  );
}

function isMoreSaid({ said, happened, channel, via, link }: StatementDraft): boolean {
  return said.from !== '' || happened.from !== '' || channel !== '' || via.length > 0 || link !== null;
}
