/** @jsxImportSource preact */
import type { RouteState, RouteTerms } from '../../journal/subjects/route.ts';
import { Choice, TextField } from '../fields.tsx';
import { whenLine } from '../times.ts';
import type { DeskKind } from './kind.ts';
import { fieldOf, TimeField } from './parts.tsx';
import { empty, fieldsOfWhen, listed, typed, unreadable, whenIn } from './typed.ts';

const states: Record<RouteState, string> = {
  proposed: 'proposed',
  accepted: 'accepted',
  refused: 'refused',
  'under-way': 'under way',
  disrupted: 'disrupted',
  suspended: 'suspended',
  succeeded: 'succeeded',
  failed: 'failed',
  'outcome-unknown': 'outcome unknown',
};

/** Routes: people out or aid in, and what a party says of them. */
export const route: DeskKind<'route'> = {
  name: 'route',
  one: 'route',
  many: 'Routes',

  filled: () => ({}),

  missing: (fields) => [
    ...empty(fields, 'state', 'what is said of the route'),
    ...unreadable(fields, 'window', 'a readable time of its window'),
  ],

  value: (fields) => ({
    kind: 'route',
    state: (typed(fields, 'state') ?? 'outcome-unknown') as RouteState,
    reason: typed(fields, 'reason'),
    people: typed(fields, 'people'),
    window: whenIn(fields, 'window'),
  }),

  fieldsOf: ({ state, reason, people, window }) => ({
    state,
    reason: reason ?? '',
    people: people ?? '',
    ...fieldsOfWhen('window', window),
  }),

  missingTerms: () => [],

  terms: (fields) => ({
    kind: 'route',
    aim: typed(fields, 'aim') as RouteTerms['aim'],
    from: typed(fields, 'from'),
    through: listed(fields, 'through'),
    to: typed(fields, 'to'),
  }),

  fieldsOfTerms: ({ aim, from, through, to }) => ({
    aim: aim ?? '',
    from: from ?? '',
    through: through.join(', '),
    to: to ?? '',
  }),

  nameOf: ({ from, to }) => (from === null || to === null ? '' : `${from} to ${to}`),

  lasts: true,

  line: ({ state, reason, people, window }) =>
    [states[state], window && `window ${whenLine(window)}`, people, reason].filter(Boolean).join(', '),

  ValueForm: (props) => {
    const field = fieldOf(props);
    return (
      <>
        <Choice label="Said of the route" required {...field('state')} options={{ '': 'Choose…', ...states }} />
        <TextField label="Reason given" {...field('reason')} />
        <TextField label="How many people, as printed" {...field('people')} />
        <TimeField {...props} name="window" label="Its window: from when until when" />
      </>
    );
  },

  TermsForm: (props) => {
    const field = fieldOf(props);
    return (
      <>
        <Choice
          label="Aim"
          {...field('aim')}
          options={{ '': 'Not said', 'people-out': 'People out', 'aid-in': 'Aid in' }}
        />
        <TextField label="From" {...field('from')} />
        <TextField label="Through (places, with commas between)" {...field('through')} />
        <TextField label="To" {...field('to')} />
      </>
    );
  },
};
