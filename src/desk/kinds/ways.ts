import type { Fields } from '../statement-draft.ts';

/** A way to give as it is being typed. */
export interface TypedWay {
  country: string;
  means: string;
  address: string;
}

/** A way to give of which nothing is known. */
export const noWay: TypedWay = { country: '', means: '', address: '' };

/** The ways to give in the fields of an appeal's form. */
export function waysIn(fields: Fields): TypedWay[] {
  const part = (i: number, name: keyof TypedWay) => fields[`way${i}.${name}`] ?? '';
  return Array.from({ length: Number(fields['ways'] ?? '0') }, (_, i) => ({
    country: part(i, 'country'),
    means: part(i, 'means'),
    address: part(i, 'address'),
  }));
}

/** The fields of an appeal's form with other ways to give. */
export function withWays(fields: Fields, ways: readonly TypedWay[]): Fields {
  const others = Object.entries(fields).filter(([name]) => !/^way(s$|\d+\.)/.test(name));
  const lines = ways.flatMap((way, i) => Object.entries(way).map(([name, text]) => [`way${i}.${name}`, text]));
  return Object.fromEntries([...others, ['ways', String(ways.length)], ...lines]);
}
