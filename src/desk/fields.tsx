/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface FieldProps {
  label: string;
  value: string;
  change: (value: string) => void;
  required?: boolean;
  /** A line below the field. */
  hint?: string;
  /** What is wrong with it, told at the field. */
  error?: string | undefined;
  /** How many characters it takes at most. */
  most?: number;
}

/** What is said of a field beside its label, for who does not see it. */
const described = (id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>) => ({
  'aria-describedby':
    [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error !== undefined || undefined,
});

/** A line of text with its label. */
export function TextField(props: FieldProps & { numeric?: boolean; list?: string; focus?: boolean }) {
  const { label, value, change, required = false, hint, error, most, numeric = false, list, focus } = props;
  const id = useId();
  const place = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (focus) place.current?.focus();
  }, [focus]);
  return (
    <Labelled id={id} label={label} required={required} hint={hint} error={error}>
      <input
        ref={place}
        id={id}
        type="text"
        dir="auto"
        value={value}
        list={list}
        autocomplete="off"
        inputMode={numeric ? 'decimal' : undefined}
        maxLength={most}
        aria-required={required}
        {...described(id, props)}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </Labelled>
  );
}

/** Several lines of text with their label. */
export function TextArea(props: FieldProps & { rows?: number; name?: string }) {
  const { label, value, change, required = false, hint, error, most, rows = 3, name } = props;
  const id = useId();
  return (
    <Labelled id={id} label={label} required={required} hint={hint} error={error}>
      <textarea
        id={id}
        name={name}
        dir="auto"
        rows={rows}
        value={value}
        maxLength={most}
        aria-required={required}
        {...described(id, props)}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </Labelled>
  );
}

/** A choice of one among a few, by value and words. */
export function Choice({
  label,
  value,
  change,
  required = false,
  options,
}: FieldProps & { options: Record<string, string> }) {
  const id = useId();
  return (
    <Labelled id={id} label={label} required={required}>
      <select id={id} value={value} aria-required={required} onChange={(event) => change(event.currentTarget.value)}>
        {Object.entries(options).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** A thing that is on or off, with its label. */
export function Toggle({ label, on, change }: { label: string; on: boolean; change: (on: boolean) => void }) {
  return (
    <label class="toggle">
      <input type="checkbox" checked={on} onChange={(event) => change(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

/** A field of any sort with its label above and its hint below. */
export function Labelled(props: {
  id: string;
  label: string;
  required?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
  children: ComponentChildren;
}) {
  const { id, label, required = false, hint, error, children } = props;
  return (
    <div class="field">
      <label for={id}>
        {label}
        {required && <span class="needed"> (needed)</span>}
      </label>
      {children}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="lacks" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
