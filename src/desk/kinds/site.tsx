/** @jsxImportSource preact */
import type { SiteAspect, SiteDegree } from '../../journal/subjects/site.ts';
import { Choice, TextField } from '../fields.tsx';
import type { DeskKind } from './kind.ts';
import { fieldOf } from './parts.tsx';
import { empty, ownWords, typed } from './typed.ts';

const aspects: Record<SiteAspect, string> = {
  power: 'power',
  water: 'water',
  heating: 'heating',
  communications: 'communications',
  supplies: 'supplies',
  access: 'access',
  damage: 'damage',
  encirclement: 'encirclement',
  fire: 'fire',
  flooding: 'flooding',
  'radiation-safety': 'radiation safety',
};

const degrees: Record<SiteDegree, string> = {
  fine: 'fine (there, safe, undamaged, free)',
  impaired: 'impaired (less, partly)',
  lost: 'lost (gone, destroyed, cut off)',
};

/** Sites: the condition of a place, aspect by aspect. */
export const site: DeskKind<'site'> = {
  name: 'site',
  one: 'site',
  many: 'Sites',

  filled: (suggestion) => ({ words: ownWords(suggestion, 300) }),

  missing: (fields) => [
    ...empty(fields, 'aspect', 'what of the place is spoken of'),
    ...empty(fields, 'words', 'the words for its condition'),
  ],

  value: (fields) => ({
    kind: 'site',
    aspect: (typed(fields, 'aspect') ?? 'damage') as SiteAspect,
    degree: typed(fields, 'degree') as SiteDegree | null,
    words: typed(fields, 'words') ?? '',
  }),

  fieldsOf: ({ aspect, degree, words }) => ({ aspect, degree: degree ?? '', words }),

  missingTerms: (fields) => empty(fields, 'place', 'the place'),

  terms: (fields) => ({ kind: 'site', place: typed(fields, 'place') ?? '', what: typed(fields, 'what') }),

  fieldsOfTerms: ({ place, what }) => ({ place, what: what ?? '' }),

  nameOf: ({ place, what }) => [what, place].filter((part) => part !== null).join(', '),

  lasts: true,

  line: ({ aspect, degree, words }) => `${aspects[aspect]}: ${words}${degree === null ? '' : ` (${degree})`}`,

  ValueForm: (props) => {
    const field = fieldOf(props);
    return (
      <>
        <Choice label="What is spoken of" required {...field('aspect')} options={{ '': 'Choose…', ...aspects }} />
        <TextField label="Its condition, in the words printed" required {...field('words')} />
        <Choice label="How bad" {...field('degree')} options={{ '': 'The words do not say', ...degrees }} />
      </>
    );
  },

  TermsForm: (props) => {
    const field = fieldOf(props);
    return (
      <>
        <TextField label="Place" required {...field('place')} />
        <TextField label="What stands there" {...field('what')} />
      </>
    );
  },
};
