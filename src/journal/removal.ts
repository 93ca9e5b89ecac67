import type { PaymentId, PostId, ReportId, StatementId } from '../terms/ids.ts';
import type { Event, EventOf } from './event.ts';
import type { Tombstone } from './removal-shapes.ts';
import type { Statement } from './statement.ts';
import type { SubjectKind, Value } from './subjects/subject.ts';

/** What can be taken down. */
export type Removable = PostId | StatementId | ReportId | PaymentId;

/** What stands where a text stood that cannot be empty. */
export const blankText = '—';

/** Values that say nothing, by kind; a kind without a line does not compile. */
const blanks: { [Kind in SubjectKind]: Extract<Value, { kind: Kind }> } = {
  figure: {
    kind: 'figure',
    what: blankText,
    where: null,
    period: null,
    cumulative: null,
    unit: null,
    bound: 'exactly',
    low: null,
    best: null,
    high: null,
    words: blankText,
  },
  route: { kind: 'route', state: 'outcome-unknown', reason: null, people: null, window: null },
  truce: { kind: 'truce', state: 'announced', from: null, until: null, reason: null },
  meeting: { kind: 'meeting', state: 'planned', when: null, outcome: null },
  position: { kind: 'position', stand: 'demands', what: blankText, condition: null },
  site: { kind: 'site', aspect: 'damage', degree: null, words: blankText },
  appeal: { kind: 'appeal', charity: null, charityNumber: null, from: null, until: null, ways: [] },
};

/** What an event speaks of, where that can be taken down; `null` where its kind holds nothing that can. */
function subjectOf(event: Event): Removable | null {
  switch (event.kind) {
    case 'post-published':
    case 'post-corrected':
    case 'post-clarified':
    case 'post-withdrawn':
      return event.post;
    case 'statement-recorded':
    case 'statement-withdrawn':
    case 'statement-corrected':
      return event.statement;
    case 'report-cited':
      return event.report;
    case 'payment-entered':
    case 'payment-withdrawn':
      return event.payment;
    default:
      return null;
  }
}

/** The places of those of a revision's events that hold a text of one of the things that are taken down. */
export function placesOf(events: readonly Event[], targets: ReadonlySet<Removable>): number[] {
  // A post that is withdrawn gives its reason to the statements that are withdrawn with it.
  const reason = events.some((event) => event.kind === 'post-withdrawn' && targets.has(event.post));
  return events.flatMap((event, i) => {
    const subject = subjectOf(event);
    const own = subject !== null && targets.has(subject);
    return own || (reason && event.kind === 'statement-withdrawn') ? [i] : [];
  });
}

/** What a statement says, without any of it: who spoke stays, and on what. */
export function blankSaying({ by, value }: Pick<Statement, 'by' | 'value'>) {
  return {
    by: by && { party: by.party, as: blankText, role: null },
    via: [],
    channel: null,
    value: blanks[value.kind],
    happened: null,
    said: null,
    report: null,
    excerpt: null,
    links: [],
  };
}

/** Payment details without any of them. */
export const blankPayment: Pick<EventOf<'payment-entered'>, 'country' | 'payee' | 'lines' | 'validUntil'> = {
  country: null,
  payee: blankText,
  lines: [{ label: blankText, text: blankText }],
  validUntil: null,
};

/** An event without its text, with what stands in its place; names, numbers of things and their order stay. */
export function blanked(event: Event, removed: Tombstone): Event {
  switch (event.kind) {
    case 'post-published':
      return { ...event, headline: null, body: [], removed };
    case 'post-corrected':
    case 'post-clarified':
      return { ...event, headline: null, body: [], note: blankText };
    case 'post-withdrawn':
    case 'statement-withdrawn':
    case 'payment-withdrawn':
      return { ...event, reason: blankText };
    case 'statement-corrected':
      return { ...event, note: blankText };
    case 'statement-recorded':
      return { ...event, ...blankSaying(event), removed };
    case 'payment-entered':
      return { ...event, ...blankPayment, removed };
    case 'report-cited':
      return { ...event, title: null, outlet: null, origin: null, published: null, language: null, removed };
    default:
      return event;
  }
}
