/** @jsxImportSource preact */
import type { RouteState, RouteTerms } from '../../journal/subjects/route.ts';
import { Choice, TextField } from '../fields.tsx';
import type { DeskKind } from './kind.ts';

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

const orNull = (text: string | undefined) => (text?.trim() ? text.trim() : null);

/** Routes: people out or aid in, and what a party says of them. */
export const route: DeskKind<'route'> = {
  name: 'route',
  one: 'route',
  many: 'Routes',

  filled: () => ({}),

  missing: (fields) => (orNull(fields['state']) === null ? ['what is said of the route'] : []),

  value: (fields) => ({
    kind: 'route',
    state: (orNull(fields['state']) ?? 'outcome-unknown') as RouteState,
    reason: orNull(fields['reason']),
    people: orNull(fields['people']),
  }),

  terms: (fields) => ({
    kind: 'route',
    aim: orNull(fields['aim']) as RouteTerms['aim'],
    from: orNull(fields['from']),
    through: (fields['through'] ?? '')
      .split(/[,;\n]/)
      .map((place) => place.trim())
      .filter((place) => place !== ''),
    to: orNull(fields['to']),
  }),

  line: ({ state, reason, people }) => [states[state], people, reason].filter((part) => part !== null).join(', '),

  ValueForm: ({ fields, change }) => {
    const field = (name: string) => ({
      value: fields[name] ?? '',
      change: (value: string) => change({ ...fields, [name]: value }),
    });
    return (
      <>
        <Choice label="Said of the route" required {...field('state')} options={{ '': 'Choose…', ...states }} />
        <TextField label="Reason given" {...field('reason')} />
        <TextField label="How many people, as printed" {...field('people')} />
      </>
    );
  },

  TermsForm: ({ fields, change }) => {
    const field = (name: string) => ({
      value: fields[name] ?? '',
      change: (value: string) => change({ ...fields, [name]: value }),
    });
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
