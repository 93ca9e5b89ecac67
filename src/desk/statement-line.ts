import type { StatementView } from '../views/statement-view.ts';
import { valueLine } from './kinds/kinds.ts';

/** A statement in a line: who, how, what; the desk's own voice is named as such. */
export function statementLine({ speaker, via, mode, value, withdrawn }: StatementView): string {
  const who =
    speaker === null ? 'The desk' : [speaker.name, speaker.role && `(${speaker.role})`].filter(Boolean).join(' ');
  const through = via.length > 0 ? ` via ${via.join(', ')}` : '';
  return `${who}${through} ${mode}: ${valueLine(value)}${withdrawn ? ` (withdrawn: ${withdrawn.reason})` : ''}`;
}
