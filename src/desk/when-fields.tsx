/** @jsxImportSource preact */
import { Choice, TextField } from './fields.tsx';
import { isReadable, type WhenDraft } from './when-draft.ts';

const dates = '2022, 2022-03, 2022-03-08 or 2022-03-08T14:05';

interface WhenFieldsProps {
  label: string;
  value: WhenDraft;
  change: (value: WhenDraft) => void;
  /** Whether it is one end of a time, which has no end of its own. */
  oneEnd?: boolean;
  /** What is wrong with it, told at its date. */
  error?: string | undefined;
}

/** A time as exactly as the words say, and no more exactly; what is left empty is unknown. */
export function WhenFields({ label, value, change, oneEnd = false, error }: WhenFieldsProps) {
  const field = <Name extends keyof WhenDraft>(name: Name) => ({
    value: value[name],
    change: (text: string) => change({ ...value, [name]: text }),
  });
  const date = (
    <TextField
      label="Date"
      error={error}
      hint={isReadable(value) ? `${dates}. Empty: unknown.` : `Not readable yet. Write ${dates}.`}
      {...field('from')}
    />
  );
  return (
    <fieldset>
      <legend>{label}</legend>
      {oneEnd && value.end === 'same' ? (
        date
      ) : (
        <div class="two">
          {date}
          <Choice
            label="Until"
            {...field('end')}
            options={{ same: 'just that', until: 'a later date', unknown: 'nobody knows when' }}
          />
        </div>
      )}
      {value.end === 'until' && <TextField label="Last date that belongs to it" hint={dates} {...field('to')} />}
      <div class="two">
        <TextField label="Words it was read from" {...field('words')} />
        <TextField label="Time zone" list="zones" hint="Empty: unknown." {...field('zone')} />
      </div>
    </fieldset>
  );
}
