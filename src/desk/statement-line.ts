import type { StatementView } from '../views/statement-view.ts';
import { valueLine } from './kinds/kinds.ts';

/** A statement in a line: who, how, what of which subject; the desk's own voice is named as such. */
export function statementLine({ speaker, via, mode, subject, value, withdrawn }: StatementView): string {
  const who = speaker === null ? 'The desk' : [speaker.name, speaker.role && `(${speaker.role})`].filter(Boolean).join(' ');
  const through = via.length > 0 ? ` via ${via.join(', ')}` : '';
  return `${who}${through} ${mode}: ${valueLine(value)} [${subject.name}]${withdrawn ? ` (withdrawn: ${withdrawn.reason})` : ''}`;
}
