import type { DeskView } from '../views/desk-view.ts';
import type { DueItem, DueView } from '../views/due-view.ts';
import type { Work } from './desk.ts';
import { dueLine, dueName, placeOf, type Place } from './due-line.ts';
import { useKeys } from './key-desk.ts';
import { PaymentCard } from './payment-card.tsx';
import { paymentsOf } from './payment-list.tsx';
import { useStreamList, type StreamList } from './stream-list.ts';
import { clock } from './times.ts';

interface DueListProps {
  work: Work;
  view: DeskView;
  due: DueView;
  otherList: () => void;
  lookAt: (place: Place) => void;
}

/** What the desk has to look at, the most urgent first; an item goes when its cause does, and nothing is ticked off. */
export function DueList({ work, view, due, otherList, lookAt }: DueListProps) {
  const itemsNow = () => work.story.due.value?.items ?? due.items;
  const list = useStreamList(work, () => itemsNow().map(dueName));

  useKeys('stream', { next: () => list.move(1), previous: () => list.move(-1), 'other-list': otherList });

  if (due.items.length === 0) return <p class="hint">Nothing is due.</p>;
  return (
    <ol class="due">
      {due.items.map((item) => (
        <DueLine key={dueName(item)} item={item} work={work} view={view} list={list} lookAt={lookAt} />
      ))}
    </ol>
  );
}

interface DueLineProps {
  item: DueItem;
  work: Work;
  view: DeskView;
  list: StreamList;
  lookAt: (place: Place) => void;
}

function DueLine({ item, work, view, list, lookAt }: DueLineProps) {
  const subject = view.subjects.find(({ id }) => id === item.subject);
  const payment = subject && paymentsOf(view, subject).find(({ payment }) => payment.id === item.what);
  const place = placeOf(item, view);
  const name = dueName(item);
  return (
    <li id={`desk-${name}`} tabIndex={-1} data-due={item.kind}>
      <p id={`${name}-line`}>
        {dueLine(item)} <time dateTime={item.since}>Since {clock(item.since, view.zone)}.</time>
      </p>
      {payment && <PaymentCard work={work} one={payment} zone={view.zone} list={list} on={name} />}
      {place && (
        <button type="button" class="quiet" aria-describedby={`${name}-line`} onClick={() => lookAt(place)}>
          {place.list === 'board' ? `Look at ${place.id} on the board` : `Look at ${place.id}`}
        </button>
      )}
    </li>
  );
}
