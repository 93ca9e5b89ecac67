import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from '../../src/record/command.ts';
import type { Frame } from '../../src/live/frame.ts';
import type { Reader, ReaderEffect, ReaderEvent } from '../../src/live/reader.ts';

/** A frame as cases write it: what is left out is as in `frameOf`. */
type ShortFrame = Pick<Frame, 'after' | 'revision'> & Partial<Frame>;

/** What happens to a reader, as cases write it. */
export type ShortEvent = ReaderEvent extends infer Event
  ? Event extends { frame: Frame }
    ? Omit<Event, 'frame'> & { frame: ShortFrame }
    : Event
  : never;

/** A case of the reader; `README.md` beside this file says what each field is. */
export interface ReaderCase {
  rule: string;
  says: string;
  before: Partial<Reader> & Pick<Reader, 'state'>;
  steps: {
    event: ShortEvent;
    effects: (Exclude<ReaderEffect, { kind: 'apply' }> | { kind: 'apply' })[];
    after: Partial<Reader>;
  }[];
}

/** What is expected of an answer. */
export interface Expected {
  status?: number;
  /** Each is to hold a text; `null` stands for a header that is not there. */
  answered?: Record<string, string | null>;
  /** The texts that the body holds, and those that it does not. */
  holds?: string[];
  lacks?: string[];
  frame?: ExpectedFrame;
}

/** The fields of a frame that are looked at; of its parts the ids, in their order. */
export type ExpectedFrame = Partial<Omit<Frame, 'parts'>> & { parts?: string[] };

/** A request and what it is answered; `waits` names one of which the answer comes in a later step. */
export type Asking = { ask: string; headers?: Record<string, string>; waits?: string } & Expected;

/** One step of a case of the protocol. */
export type Step =
  | { post: string; times?: number }
  | { command: Command; refused?: string }
  | Asking
  | ({ answer: string } & Expected)
  | ({ open: string; ask: string; headers?: Record<string, string> } & Pick<Expected, 'status' | 'answered'>)
  | { stream: string; id: number | null; frame: ExpectedFrame; holds?: string[]; lacks?: string[] }
  | { stream: string; retry: [number, number] }
  | { stream: string; ends: true }
  | { follow: string; gzip?: boolean }
  | { reader: string; is: Partial<Reader> };

/** A case of the protocol. */
export interface ProtocolCase {
  rule: string;
  says: string;
  steps: Step[];
}

/** The cases of the reader, those of a file together. */
export function readerCases(): { file: string; cases: ReaderCase[] }[] {
  return filesOf('reader').map(({ file, text }) => ({ file, cases: JSON.parse(text) as ReaderCase[] }));
}

/** The cases of the protocol, those of a file together. */
export function protocolCases(): { file: string; cases: ProtocolCase[] }[] {
  return filesOf('protocol').map(({ file, text }) => ({ file, cases: JSON.parse(text) as ProtocolCase[] }));
}

function filesOf(folder: string): { file: string; text: string }[] {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  return readdirSync(path).map((file) => ({ file, text: readFileSync(`${path}/${file}`, 'utf8') }));
}

/** A frame written out. */
export function frameOf({ after, revision, ...rest }: ShortFrame): Frame {
  const at = '2024-09-15T06:00:00.000Z';
  return { story: 'river-flood', after, revision, at, ended: false, posts: 0, unsent: 0, parts: [], ...rest };
}
