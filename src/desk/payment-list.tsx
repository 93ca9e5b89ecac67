import type { DeskView } from '../views/desk-view.ts';
import type { SubjectView } from '../views/subject-view.ts';
import type { Work } from './desk.ts';
import { PaymentCard } from './payment-card.tsx';
import { PaymentForm } from './payment-form.tsx';
import { enterPayment, noPayment, type DeskPayment, type TypedPayment } from './payments.ts';
import { ProblemNote } from './problem-note.tsx';
import type { StreamList } from './stream-list.ts';

/** The payment details of an appeal, with what readers see of each. */
export function paymentsOf({ payments }: DeskView, subject: SubjectView): DeskPayment[] {
  const readers = new Map(subject.payments.map(({ id, state }) => [id, state]));
  return payments
    .filter((payment) => payment.subject === subject.id)
    .map((payment) => ({ payment, readers: readers.get(payment.id) ?? null }));
}

interface PaymentListProps {
  work: Work;
  view: DeskView;
  subject: SubjectView;
  list: StreamList;
}

/** The payment details of an appeal, and the form that enters others. */
export function PaymentList({ work, view, subject, list }: PaymentListProps) {
  const on = `payments-${subject.id}`;
  const { story } = work;
  const typed = story.typedPayments.value.get(subject.id) ?? noPayment;
  const keep = (typed: TypedPayment) =>
    (story.typedPayments.value = new Map([...story.typedPayments.value, [subject.id, typed]]));
  const problem = list.problem.value?.on === on ? list.problem.value.problem : null;
  return (
    <section id={`desk-${on}`} tabIndex={-1} class="payments" aria-label={`Payment details of ${subject.name}`}>
      <p class="hint">
        Payment details: one person enters them, another confirms them, and only then do readers see them. What a report
        prints is “as printed, not confirmed”, and no account number of it is shown.
      </p>
      <ul>
        {paymentsOf(view, subject).map((one) => (
          <li
            key={one.payment.id}
            id={`desk-${one.payment.id}`}
            tabIndex={-1}
            aria-label={`Payment details ${one.payment.id}`}
          >
            <PaymentCard work={work} one={one} zone={view.zone} list={list} on={one.payment.id} />
          </li>
        ))}
      </ul>
      {list.asked(on) === 'enter' ? (
        <PaymentForm
          appeal={subject.name}
          typed={typed}
          change={keep}
          enter={() =>
            void list
              .send(
                on,
                enterPayment(typed, subject.id, story.revision.value),
                'Payment details entered. Somebody else must confirm them before readers see any of them.',
              )
              .then((entered) => entered && keep(noPayment))
          }
          leave={() => list.drop(on)}
          cancel={() => {
            keep(noPayment);
            list.drop(on);
          }}
        />
      ) : (
        <button type="button" class="quiet" onClick={() => list.ask(on, 'enter')}>
          Enter payment details…
        </button>
      )}
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}
