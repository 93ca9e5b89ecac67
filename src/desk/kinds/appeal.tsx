/** @jsxImportSource preact */
import type { GivingWay } from '../../journal/subjects/appeal.ts';
import { Choice, TextField } from '../fields.tsx';
import { whenLine } from '../times.ts';
import type { DeskKind } from './kind.ts';
import { fieldOf, TimeField } from './parts.tsx';
import { empty, fieldsOfWhen, typed, unreadable, whenIn } from './typed.ts';
import { holdsPayable } from '../../record/kinds/payable.ts';
import { noWay, waysIn, withWays, type TypedWay } from './ways.ts';

/** Words for the means of giving. */
export const means: Record<GivingWay['means'], string> = {
  online: 'online',
  'bank-transfer': 'bank transfer',
  cheque: 'cheque',
  card: 'card',
  cash: 'cash',
  goods: 'goods',
};

/** Appeals: who asks for whom, and the ways to give as far as they are printed; never what can be paid into. */
export const appeal: DeskKind<'appeal'> = {
  name: 'appeal',
  one: 'appeal',
  many: 'Appeals',

  filled: () => ({}),

  missing: (fields) => {
    const ways = waysIn(fields);
    return [
      ...unreadable(fields, 'from', 'a readable time from which it runs'),
      ...unreadable(fields, 'until', 'a readable time until which it runs'),
      ...(ways.some((way) => way.means === '') ? ['by what means one gives'] : []),
      ...(holdsPayable(fields['charity'] ?? '') ? ['a charity without an account number'] : []),
      ...(ways.some(({ country, address }) => holdsPayable(country) || holdsPayable(address))
        ? ['an address without an account number']
        : []),
    ];
  },

  value: (fields) => ({
    kind: 'appeal',
    charity: typed(fields, 'charity'),
    charityNumber: typed(fields, 'charityNumber'),
    from: whenIn(fields, 'from'),
    until: whenIn(fields, 'until'),
    ways: waysIn(fields).map(({ country, means, address }) => ({
      country: country.trim() || null,
      means: (means || 'online') as GivingWay['means'],
      address: address.trim() || null,
    })),
  }),

  fieldsOf: ({ charity, charityNumber, from, until, ways }) =>
    withWays(
      {
        charity: charity ?? '',
        charityNumber: charityNumber ?? '',
        ...fieldsOfWhen('from', from),
        ...fieldsOfWhen('until', until),
      },
      ways.map(({ country, means, address }) => ({ country: country ?? '', means, address: address ?? '' })),
    ),

  missingTerms: (fields) => empty(fields, 'beneficiary', 'for whom it asks'),

  terms: (fields) => ({ kind: 'appeal', beneficiary: typed(fields, 'beneficiary') ?? '' }),

  fieldsOfTerms: ({ beneficiary }) => ({ beneficiary }),

  nameOf: () => '',

  lasts: false,

  line: ({ charity, charityNumber, from, until, ways }) =>
    [
      charity ?? 'charity not stated',
      charityNumber ? `number ${charityNumber}` : 'number not stated',
      from && `from ${whenLine(from)}`,
      until && `until ${whenLine(until)}`,
      ways.length > 0 && (ways.length === 1 ? '1 way to give' : `${ways.length} ways to give`),
    ]
      .filter(Boolean)
      .join(', '),

  ValueForm: (props) => {
    const { fields, change } = props;
    const field = fieldOf(props);
    const ways = waysIn(fields);
    const put = (ways: TypedWay[]) => change(withWays(fields, ways));
    return (
      <>
        <TextField label="Charity" {...field('charity')} />
        <TextField label="Charity number, as printed" {...field('charityNumber')} />
        <TimeField {...props} name="from" label="From when" oneEnd />
        <TimeField {...props} name="until" label="Until when" oneEnd />
        {ways.map((way, i) => (
          <Way
            key={i}
            number={i + 1}
            way={way}
            change={(way) => put(ways.with(i, way))}
            remove={() => put(ways.filter((_, at) => at !== i))}
          />
        ))}
        <button type="button" class="quiet" onClick={() => put([...ways, noWay])}>
          Add a way to give
        </button>
        <p class="hint">
          There is no field for account numbers, sort codes, IBANs or cards. Whoever forges a report can put their own
          into it, so none is taken from one: readers must not pay into a number because it was printed.
        </p>
      </>
    );
  },

  TermsForm: (props) => <TextField label="For whom it asks" required {...fieldOf(props)('beneficiary')} />,
};

interface WayProps {
  number: number;
  way: TypedWay;
  change: (way: TypedWay) => void;
  remove: () => void;
}

function Way({ number, way, change, remove }: WayProps) {
  const field = <Name extends keyof TypedWay>(name: Name) => ({
    value: way[name],
    change: (text: string) => change({ ...way, [name]: text }),
  });
  return (
    <fieldset>
      <legend>Way to give {number}</legend>
      <div class="two">
        <TextField label="Country" {...field('country')} />
        <Choice label="By" required {...field('means')} options={{ '': 'Choose…', ...means }} />
      </div>
      <TextField
        label="Page, or where to write"
        hint={
          holdsPayable(way.address)
            ? 'This holds an account number: leave it out.'
            : 'Empty where the report has lost it: readers see that it is missing.'
        }
        {...field('address')}
      />
      <button type="button" class="quiet" aria-label={`Leave out way to give ${number}`} onClick={remove}>
        Leave out
      </button>
    </fieldset>
  );
}
