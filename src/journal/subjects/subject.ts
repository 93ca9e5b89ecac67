import { z } from 'zod';
import { AppealTerms, AppealValue } from './appeal.ts';
import { FigureTerms, FigureValue } from './figure.ts';
import { MeetingTerms, MeetingValue } from './meeting.ts';
import { PositionTerms, PositionValue } from './position.ts';
import { RouteTerms, RouteValue } from './route.ts';
import { SiteTerms, SiteValue } from './site.ts';
import { TruceTerms, TruceValue } from './truce.ts';

/** What a statement says of its subject, by kind of subject. */
export const Value = z.discriminatedUnion('kind', [
  FigureValue,
  RouteValue,
  TruceValue,
  MeetingValue,
  PositionValue,
  SiteValue,
  AppealValue,
]);
export type Value = z.infer<typeof Value>;

/** What stays the same about a subject for as long as it is followed, by kind. */
export const SubjectTerms = z.discriminatedUnion('kind', [
  FigureTerms,
  RouteTerms,
  TruceTerms,
  MeetingTerms,
  PositionTerms,
  SiteTerms,
  AppealTerms,
]);
export type SubjectTerms = z.infer<typeof SubjectTerms>;

/** The kinds of subject there are. */
export type SubjectKind = Value['kind'];
