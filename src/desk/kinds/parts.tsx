/** @jsxImportSource preact */
import { WhenFields } from '../when-fields.tsx';
import type { FormProps } from './kind.ts';
import { timeFields, timeIn } from './typed.ts';

/** What a field of a form is given, by its name. */
export function fieldOf({ fields, change }: FormProps) {
  return (name: string) => ({
    value: fields[name] ?? '',
    change: (value: string) => change({ ...fields, [name]: value }),
  });
}

/** A time among the fields of a form. */
export function TimeField(props: FormProps & { name: string; label: string; oneEnd?: boolean }) {
  const { fields, change, name, label, oneEnd = false } = props;
  return (
    <WhenFields
      label={label}
      oneEnd={oneEnd}
      value={timeIn(fields, name)}
      change={(time) => change({ ...fields, ...timeFields(name, time) })}
    />
  );
}
