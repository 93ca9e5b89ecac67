import type { Mode } from '../journal/statement.ts';
import type { Bound } from '../journal/subjects/figure.ts';
import type { SubjectTerms, Value } from '../journal/subjects/subject.ts';
import type { Excerpt } from '../terms/excerpt.ts';
import type { PartialDate, When } from '../terms/when.ts';
import type { Trace } from './trace.ts';
import type { PlaceKind } from './places/gazetteer.ts';

/** A stretch of the clean text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** What a stretch of a report is; an item starts behind its bullet, and an appeal is what asks for money. */
export interface TextBlock extends Span {
  kind:
    | 'title'
    | 'standfirst'
    | 'heading'
    | 'paragraph'
    | 'quotation'
    | 'item'
    | 'caption'
    | 'cell'
    | 'byline'
    | 'promotion'
    | 'boilerplate'
    | 'appeal';
  /** Where a cell of a page's table stands, where its table says so. */
  cell?: CellPlace;
}

/** Where a cell stands: in which table of the report, in which row and column, each from 0. */
export interface CellPlace {
  table: number;
  row: number;
  column: number;
}

/**
 * Who says something, as the report prints it; the desk decides which party that is.
 *
 * The span is that of the name, so that `text.slice(start, end) === name`; for a pronoun it is the place of the name it means.
 */
export interface SuggestedSpeaker extends Span {
  /** The name, without the role, for instance “Jane Smith”, “Mr Smith”, “the city council”. */
  name: string;
  /** The role printed with it, for instance “finance minister” or “a retired teacher”, or `null`. */
  role: string | null;
}

/** A number as the report prints it, read as a range. */
export interface SuggestedFigure {
  /** With the words of its bound, for instance “more than a dozen”; equal to the text at the figure's span. */
  words: string;
  bound: Bound;
  low: number | null;
  best: number | null;
  high: number | null;
  unit: string | null;
  /** What is counted, as printed after or before the number, for instance “people wounded”, or `null`. */
  what: string | null;
}

/** Words of the report, equal to the text at their span. */
export interface Printed extends Span {
  words: string;
}

/** A time as the report prints it, told from the day the report was published. */
export interface FoundTime extends Span {
  /** Equal to the text at its span. */
  words: string;
  /** As TimeML (TIMEX3) has it, with its value and what bends it: `DATE`, `1998-W10`, `START`. */
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  value: string;
  mod: string | null;
  /** First and last unit of it, in the precision of the words; `null` where an end is open or nobody can tell. */
  from: PartialDate | null;
  to: PartialDate | null;
  /** The zone printed with a clock time, or `null`. */
  zone: string | null;
  /** Whether it has no stretch only because the day of the report is not known. */
  unanchored: boolean;
}

/** A statement that the report seems to hold; it is nothing until an editor takes it. */
export interface Suggestion {
  /** Its place in the reading, from 1. */
  number: number;
  /** `paraphrase`: what somebody says in the report's own words. */
  sort: 'quotation' | 'paraphrase' | 'figure';
  /** The exact words: of a quotation what stands between its marks, of a paraphrase what is said, of a figure the sentence that holds it. */
  excerpt: Excerpt;
  /** `null` where the report does not say who. */
  speaker: SuggestedSpeaker | null;
  /** From the verb; `reports` for a figure that nobody is named for. */
  mode: Mode;
  /** On what or to whom it was said, as printed, for instance “in a video on her page”, “telling MPs”, or `null`. */
  channel: string | null;
  /** The number's own place, for `sort: 'figure'`, with where and over which period it holds, where its sentence leaves no doubt. */
  figure: (SuggestedFigure & Span & { where: Printed | null; period: Printed | null }) | null;
  /** Where the report prints the same once more. */
  also: Excerpt[];
  /** Who read it where it was not the rules, with the version: “model lark-2”. */
  reader: string | null;
  /** When it was said, as printed beside the verb of saying, or `null`. */
  said: When | null;
  /** When what it says happened, as its own words have it, or `null`. */
  happened: When | null;
}

/** A place of the gazetteer, as far as a reading tells. */
export interface KnownPlace {
  /** The gazetteer's own name, whatever spelling is printed. */
  name: string;
  kind: PlaceKind;
  country: string | null;
  region: string | null;
  /** What the region is called, where that is known. */
  regionName?: string;
  latitude: number;
  longitude: number;
  geonames: number | null;
}

/** A place that a report names. */
export interface FoundPlace extends Span, KnownPlace {
  /** As printed: equal to the text at its span. */
  words: string;
  /** `people` is an adjective or a people, “Norwegian”: it says which country is spoken of and is no place. */
  sort: 'place' | 'people';
  /** Whether no other place of the name is nearly as likely. */
  sure: boolean;
  /** Where it is not sure, which other places are nearly as likely. */
  others: KnownPlace[];
}

/** How a route, truce, meeting, position or site stands by a report's words; it is nothing until an editor takes it. */
export interface SuggestedState {
  /** Its place in the reading, from 1. */
  number: number;
  /** The sentence that gives it. */
  excerpt: Excerpt;
  /** The words that give the state, as printed. */
  cue: Span & { words: string };
  /** `null` where the report does not say who. */
  speaker: SuggestedSpeaker | null;
  mode: Mode;
  channel: string | null;
  /** Which subject it is, in the words of the report. */
  terms: SubjectTerms;
  /** What is said of it; times are those of its own sentence. */
  value: Value;
  /** When what it says happened, as its own sentence has it, or `null`. */
  happened: When | null;
}

/** Somebody says, thinks or wants something: who, by which words, and what; stretches where its words stand apart. */
export interface Attribution {
  /** As printed, with role and aside: “Jane Smith, a farmer,”, “she”; empty where nobody is printed. */
  source: Span[];
  /** The words that attribute: “has said”, “according to”. */
  cue: Span[];
  content: Span[];
  /** Whether the content is printed in quotation marks: all, some or none of it. */
  speech: 'direct' | 'mixed' | 'indirect';
  /** Who the source is: for a pronoun whom it means; `null` where that is not known. */
  speaker: SuggestedSpeaker | null;
  /** Whether the speaker is printed by name, and not as “two officials”. */
  named: boolean;
  /** The sources through whom the words came, nearest to the speaker first. */
  via: Span[];
}

/** Something the desk should know about a report: a stable code and a sentence. */
export interface Note {
  code: string;
  message: string;
}

/** Something that a report lacks: a stable code, a sentence, and each place where it shows; none where it is the whole. */
export interface Hole extends Note {
  places: Span[];
}

/** A date that a report seems to be of, though nobody printed it as such; it is nothing until the desk says so. */
export interface ProposedDate {
  /** For instance `2022-03-09`. */
  date: string;
  reason: string;
  places: Span[];
}

/** What one stretch of information of a public warning says, as printed; `null` where it says nothing. */
export interface AlertInfo {
  language: string | null;
  headline: string | null;
  senderName: string | null;
  event: string | null;
  urgency: string | null;
  severity: string | null;
  certainty: string | null;
  effective: string | null;
  onset: string | null;
  expires: string | null;
  areas: { name: string | null; polygons: string[]; circles: string[] }[];
}

/** A public warning, for a report in the Common Alerting Protocol. */
export interface Alert {
  identifier: string | null;
  sender: string | null;
  sent: string | null;
  /** `Actual`, `Exercise`, `System`, `Test` or `Draft`. */
  status: string | null;
  /** `Alert`, `Update`, `Cancel`, `Ack` or `Error`. */
  type: string | null;
  references: string[];
  infos: AlertInfo[];
}

/** What reading finds in a report. Reading the same bytes again gives the same. */
export interface Reading {
  /** The clean text: paragraphs apart by an empty line, no markup, nothing of it invented. */
  text: string;
  /** Where its characters stand in the decoded report; `null` where they were unpacked from another format. */
  trace: Trace | null;
  blocks: TextBlock[];
  title: string | null;
  /** Who wrote it, as printed. */
  authors: string[];
  outlet: string | null;
  /** As printed, or as the desk said; `null` where nobody did. */
  published: string | null;
  /** Who said when it was published. */
  publishedFrom: 'markup' | 'text' | 'desk' | null;
  language: string | null;
  /** The address that it gives as its own. */
  address: string | null;
  alerts: Alert[];
  holes: Hole[];
  /** A date to ask the desk about, where nobody printed one. */
  proposed: ProposedDate | null;
  /** Sentences and captions that the report prints more than once, each group in the order of the text. */
  repeats: Span[][];
  notes: Note[];
  times: FoundTime[];
  suggestions: Suggestion[];
  /** The places it names, in their order; appeals are left out. */
  places: FoundPlace[];
  states: SuggestedState[];
  /** In the order in which they are found; those within another's content stand behind it. */
  attributions: Attribution[];
}
