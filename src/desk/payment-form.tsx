import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { TextField } from './fields.tsx';
import { focusOn } from './focus.ts';
import { mostLines, wrongIn, type TypedPayment } from './payments.ts';
import { useKeyDown } from './use-key-down.ts';
import { WhenFields } from './when-fields.tsx';

interface PaymentFormProps {
  /** The name of the appeal. */
  appeal: string;
  typed: TypedPayment;
  change: (typed: TypedPayment) => void;
  enter: () => void;
  /** Leaves the form; what is typed stays for when it is opened again. */
  leave: () => void;
  cancel: () => void;
}

/** Asks for payment details, which another person has to confirm; each error stands at its field. */
export function PaymentForm(props: PaymentFormProps) {
  const { appeal, typed, enter, leave, cancel } = props;
  const place = useRef<HTMLFieldSetElement>(null);
  const tried = useSignal(false);
  const { payee, country, lines, validUntil } = typed;
  const wrong = tried.value ? wrongIn(typed) : {};
  const change = (change: Partial<TypedPayment>) => props.change({ ...typed, ...change });
  const changeLine = (at: number, change: Partial<TypedPayment['lines'][number]>) =>
    props.change({ ...typed, lines: lines.map((line, i) => (i === at ? { ...line, ...change } : line)) });
  const go = () => {
    tried.value = true;
    if (Object.keys(wrongIn(typed)).length === 0) enter();
    else queueMicrotask(() => focusOn('.payment-form [aria-invalid]'));
  };
  useKeyDown(place, (event) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go();
  });
  return (
    <fieldset ref={place} class="reason payment-form" aria-label={`Enter payment details for ${appeal}`}>
      <p class="note both">
        <strong>You enter these; somebody else must confirm them</strong> before readers see any of them. Type them from
        a letter or a page of the charity itself, never from a report: whoever forges a report can put a number of their
        own into it.
      </p>
      <TextField
        label="In whose name the account is"
        required
        most={300}
        error={wrong['payee']}
        value={payee}
        change={(payee) => change({ payee })}
      />
      <TextField
        label="For givers in which country"
        hint="Empty: not stated."
        most={300}
        value={country}
        change={(country) => change({ country })}
      />
      {lines.map(({ label, text }, i) => (
        <fieldset key={i} class="both">
          <legend>Line {i + 1}</legend>
          <div class="two">
            <TextField
              label="What it is"
              required
              hint="For instance IBAN, or reference."
              most={60}
              error={wrong[`label${i}`]}
              value={label}
              change={(label) => changeLine(i, { label })}
            />
            <TextField
              label="The number or words themselves"
              required
              most={100}
              error={wrong[`text${i}`]}
              value={text}
              change={(text) => changeLine(i, { text })}
            />
          </div>
          {lines.length > 1 && (
            <button
              type="button"
              class="quiet"
              aria-label={`Leave out line ${i + 1}`}
              onClick={() => change({ lines: lines.filter((_, at) => at !== i) })}
            >
              Leave out
            </button>
          )}
        </fieldset>
      ))}
      {lines.length < mostLines && (
        <button type="button" class="quiet" onClick={() => change({ lines: [...lines, { label: '', text: '' }] })}>
          Add a line
        </button>
      )}
      <div class="both">
        <WhenFields
          label="Until when they are valid"
          oneEnd
          error={wrong['until']}
          value={validUntil}
          change={(validUntil) => change({ validUntil })}
        />
      </div>
      <button type="button" class="main" onClick={go}>
        Enter them, to be confirmed
      </button>
      <button type="button" class="quiet" onClick={cancel}>
        Enter nothing
      </button>
    </fieldset>
  );
}
