/** @jsxImportSource preact */
import type { TruceState } from '../../journal/subjects/truce.ts';
import { Choice, TextField } from '../fields.tsx';
import { whenLine } from '../times.ts';
import type { DeskKind } from './kind.ts';
import { fieldOf, TimeField } from './parts.tsx';
import { empty, fieldsOfWhen, listed, typed, unreadable, whenIn } from './typed.ts';

const states: Record<TruceState, string> = {
  announced: 'announced',
  agreed: 'agreed',
  refused: 'refused',
  holding: 'holding',
  broken: 'broken',
  ended: 'ended',
};

/** Truces: for which places, from when until when, and what a party says of them. */
export const truce: DeskKind<'truce'> = {
  name: 'truce',
  one: 'truce',
  many: 'Truces',

  filled: () => ({}),

  missing: (fields) => [
    ...empty(fields, 'state', 'what is said of the truce'),
    ...unreadable(fields, 'from', 'a readable time from which it holds'),
    ...unreadable(fields, 'until', 'a readable time until which it holds'),
  ],

  value: (fields) => ({
    kind: 'truce',
    state: (typed(fields, 'state') ?? 'announced') as TruceState,
    from: whenIn(fields, 'from'),
    until: whenIn(fields, 'until'),
    reason: typed(fields, 'reason'),
  }),

  fieldsOf: ({ state, from, until, reason }) => ({
    state,
    ...fieldsOfWhen('from', from),
    ...fieldsOfWhen('until', until),
    reason: reason ?? '',
  }),

  missingTerms: (fields) => (listed(fields, 'places').length === 0 ? ['the places of the truce'] : []),

  terms: (fields) => ({ kind: 'truce', places: listed(fields, 'places') }),

  fieldsOfTerms: ({ places }) => ({ places: places.join(', ') }),

  nameOf: ({ places }) => places.join(', '),

  lasts: false,

  line: ({ state, from, until, reason }) =>
    [
      states[state],
      from && `from ${whenLine(from)}`,
      until ? `until ${whenLine(until)}` : state === 'refused' || state === 'ended' ? null : 'end not stated',
      reason,
    ]
      .filter(Boolean)
      .join(', '),

  ValueForm: (props) => {
    const field = fieldOf(props);
    return (
      <>
        <Choice label="Said of the truce" required {...field('state')} options={{ '': 'Choose…', ...states }} />
        <TimeField {...props} name="from" label="From when" oneEnd />
        <TimeField {...props} name="until" label="Until when" oneEnd />
        <TextField label="Reason given" {...field('reason')} />
      </>
    );
  },

  TermsForm: (props) => (
    <TextField label="For which places (with commas between)" required {...fieldOf(props)('places')} />
  ),
};
