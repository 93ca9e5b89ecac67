/** @jsxImportSource preact */
import type { Stand } from '../../journal/subjects/position.ts';
import { Choice, TextArea, TextField } from '../fields.tsx';
import type { DeskKind } from './kind.ts';
import { fieldOf } from './parts.tsx';
import { empty, ownWords, typed } from './typed.ts';

const stands: Record<Stand, string> = {
  demands: 'demands',
  offers: 'offers',
  accepts: 'accepts',
  'accepts-if': 'accepts on a condition',
  'open-to': 'is open to',
  refuses: 'refuses',
};

/** Positions: what a party demands, offers, accepts or refuses on an issue. */
export const position: DeskKind<'position'> = {
  name: 'position',
  one: 'position',
  many: 'Positions',

  // The verb that is printed may be one of the stands; what it is that they demand is in the speaker's own words.
  filled: (suggestion) => ({
    stand: suggestion.mode in stands ? suggestion.mode : '',
    what: ownWords(suggestion, 400),
  }),

  missing: (fields) => [
    ...empty(fields, 'stand', 'where the party stands'),
    ...empty(fields, 'what', 'what its position is about'),
    ...(typed(fields, 'stand') === 'accepts-if' ? empty(fields, 'condition', 'the condition') : []),
  ],

  value: (fields) => ({
    kind: 'position',
    stand: (typed(fields, 'stand') ?? 'demands') as Stand,
    what: typed(fields, 'what') ?? '',
    condition: typed(fields, 'condition'),
  }),

  fieldsOf: ({ stand, what, condition }) => ({ stand, what, condition: condition ?? '' }),

  missingTerms: () => [],

  terms: () => ({ kind: 'position' }),

  fieldsOfTerms: () => ({}),

  nameOf: () => '',

  lasts: false,

  line: ({ stand, what, condition }) =>
    [`${stands[stand]}: ${what}`, condition && `on condition: ${condition}`].filter(Boolean).join(', '),

  ValueForm: (props) => {
    const field = fieldOf(props);
    return (
      <>
        <Choice label="The party" required {...field('stand')} options={{ '': 'Choose…', ...stands }} />
        <TextArea label="What, as printed" required rows={2} {...field('what')} />
        <TextField
          label="On what condition"
          required={props.fields['stand'] === 'accepts-if'}
          {...field('condition')}
        />
      </>
    );
  },

  TermsForm: () => <p class="hint">The name says the issue, in words that no side would call its own.</p>,
};
