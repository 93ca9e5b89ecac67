import { z } from 'zod';
import { FigureTerms, FigureValue } from './figure.ts';
import { RouteTerms, RouteValue } from './route.ts';

/** What a statement says of its subject, by kind of subject. */
export const Value = z.discriminatedUnion('kind', [FigureValue, RouteValue]);
export type Value = z.infer<typeof Value>;

/** What stays the same about a subject for as long as it is followed, by kind. */
export const SubjectTerms = z.discriminatedUnion('kind', [FigureTerms, RouteTerms]);
export type SubjectTerms = z.infer<typeof SubjectTerms>;

/** The kinds of subject there are. */
export type SubjectKind = Value['kind'];
