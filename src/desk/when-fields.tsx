import { isReadable } from './command-of.ts';
import { Choice, TextField } from './fields.tsx';
import type { WhenDraft } from './statement-draft.ts';

const dates = '2022, 2022-03, 2022-03-08 or 2022-03-08T14:05';

/** A time as exactly as the words say, and no more exactly. */
export function WhenFields({
  label,
  value,
  change,
}: {
  label: string;
  value: WhenDraft;
  change: (value: WhenDraft) => void;
}) {
  const field = <Name extends keyof WhenDraft>(name: Name) => ({
    value: value[name],
    change: (text: string) => change({ ...value, [name]: text }),
  });
  return (
    <fieldset>
      <legend>{label}</legend>
      <div class="two">
        <TextField
          label="Date"
          hint={isReadable(value) ? dates : `Not readable yet. Write ${dates}.`}
          {...field('from')}
        />
        <Choice
          label="Until"
          {...field('end')}
          options={{ same: 'just that', until: 'a later date', unknown: 'nobody knows when' }}
        />
      </div>
      {value.end === 'until' && <TextField label="Last date that belongs to it" hint={dates} {...field('to')} />}
      <div class="two">
        <TextField label="Words it was read from" {...field('words')} />
        <TextField label="Time zone" list="zones" hint="Empty: unknown." {...field('zone')} />
      </div>
    </fieldset>
  );
}
