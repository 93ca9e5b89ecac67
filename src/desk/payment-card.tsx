import { ConfirmForm } from './confirm-form.tsx';
import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { canConfirm, paymentLine, type DeskPayment } from './payments.ts';
import { ProblemNote } from './problem-note.tsx';
import { ReasonForm } from './reason-form.tsx';
import type { StreamList } from './stream-list.ts';
import { TakeDownForm } from './take-down-form.tsx';
import { takeDownCommand, takenDown } from './taking-down.ts';
import { whenLine } from './times.ts';

interface PaymentCardProps {
  work: Work;
  one: DeskPayment;
  zone: string;
  list: StreamList;
  /** The name that they have in the list. */
  on: string;
}

/** An appeal's payment details, who entered and who confirmed them, and what can be done with them. */
export function PaymentCard({ work, one, zone, list, on }: PaymentCardProps) {
  const desk = useDesk();
  const { id, payee, country, lines, validUntil, withdrawn, removed } = one.payment;
  const confirmable = canConfirm(one, desk.editor);
  const asked = list.asked(on);
  const seen = work.story.revision.value;
  const keep = () => list.drop(on);
  const problem = list.problem.value?.on === on ? list.problem.value.problem : null;
  return (
    <div class="payment">
      {removed === null && (
        <>
          <p>
            <strong>{payee}</strong>
            {country !== null && `, ${country}`}
            {validUntil !== null && `, valid until ${whenLine(validUntil)}`}
          </p>
          <dl>
            {lines.map(({ label, text }, i) => (
              <div key={i}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p class="note">{paymentLine(one, zone)}</p>
      {confirmable === 'own' && <p class="note">You entered these: somebody else must confirm them.</p>}
      {asked === null && removed === null && (
        <p class="actions">
          {confirmable === 'yes' && (
            <button type="button" aria-label={`Confirm ${id}…`} onClick={() => list.ask(on, 'confirm')}>
              Confirm…
            </button>
          )}
          {withdrawn === null && (
            <button type="button" class="quiet" aria-label={`Withdraw ${id}`} onClick={() => list.ask(on, 'withdraw')}>
              Withdraw
            </button>
          )}
          <button type="button" class="quiet" aria-label={`Take down ${id}…`} onClick={() => list.ask(on, 'take-down')}>
            Take down…
          </button>
        </p>
      )}
      {asked === 'confirm' && confirmable === 'yes' && (
        <ConfirmForm
          what={id}
          confirm={() =>
            void list.send(on, { kind: 'confirm-payment', seen, payment: id }, `${id} confirmed: readers can pay.`)
          }
          cancel={keep}
        />
      )}
      {asked === 'withdraw' && withdrawn === null && (
        <ReasonForm
          what={id}
          send={(reason) =>
            void list.send(on, { kind: 'withdraw-payment', seen, payment: id, reason }, `${id} withdrawn.`)
          }
          cancel={keep}
        />
      )}
      {asked === 'take-down' && removed === null && (
        <TakeDownForm
          what={id}
          beside={[]}
          send={(what, ground) => void list.send(on, takeDownCommand(what, ground, seen), takenDown(what))}
          cancel={keep}
        />
      )}
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
