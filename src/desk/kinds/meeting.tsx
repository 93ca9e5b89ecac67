/** @jsxImportSource preact */
import type { MeetingState } from '../../journal/subjects/meeting.ts';
import { Choice, TextField } from '../fields.tsx';
import { whenLine } from '../times.ts';
import type { DeskKind } from './kind.ts';
import { fieldOf, TimeField } from './parts.tsx';
import { empty, fieldsOfWhen, listed, typed, unreadable, whenIn } from './typed.ts';

const states: Record<MeetingState, string> = {
  planned: 'planned',
  'under-way': 'under way',
  held: 'held',
  postponed: 'postponed',
  cancelled: 'cancelled',
};

/** Meetings: who meets whom, and whether it will be, is, was or will not be. */
export const meeting: DeskKind<'meeting'> = {
  name: 'meeting',
  one: 'meeting',
  many: 'Meetings',

  filled: () => ({}),

  missing: (fields) => [
    ...empty(fields, 'state', 'what is said of the meeting'),
    ...unreadable(fields, 'when', 'a readable time of the meeting'),
  ],

  value: (fields) => ({
    kind: 'meeting',
    state: (typed(fields, 'state') ?? 'planned') as MeetingState,
    when: whenIn(fields, 'when'),
    outcome: typed(fields, 'outcome'),
  }),

  fieldsOf: ({ state, when, outcome }) => ({ state, ...fieldsOfWhen('when', when), outcome: outcome ?? '' }),

  missingTerms: (fields) => (listed(fields, 'who').length === 0 ? ['who meets'] : []),

  terms: (fields) => ({
    kind: 'meeting',
    who: listed(fields, 'who'),
    level: typed(fields, 'level'),
    mediator: typed(fields, 'mediator'),
    where: typed(fields, 'where'),
  }),

  fieldsOfTerms: ({ who, level, mediator, where }) => ({
    who: who.join(', '),
    level: level ?? '',
    mediator: mediator ?? '',
    where: where ?? '',
  }),

  // Who meets may meet again, and is often printed as a people: what the meeting is called, an editor says.
  nameOf: () => '',

  lasts: false,

  line: ({ state, when, outcome }) => [states[state], when && whenLine(when), outcome].filter(Boolean).join(', '),

  ValueForm: (props) => {
    const field = fieldOf(props);
    return (
      <>
        <Choice label="Said of the meeting" required {...field('state')} options={{ '': 'Choose…', ...states }} />
        <TimeField {...props} name="when" label="When it is or was" />
        <TextField label="What came of it, as printed" {...field('outcome')} />
      </>
    );
  },

  TermsForm: (props) => {
    const field = fieldOf(props);
    return (
      <>
        <TextField label="Who meets (with commas between)" required {...field('who')} />
        <TextField label="At what level" {...field('level')} />
        <TextField label="Mediated by" {...field('mediator')} />
        <TextField label="Where" {...field('where')} />
      </>
    );
  },
};
