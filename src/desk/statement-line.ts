import type { StatementView } from '../views/statement-view.ts';
import { valueLine } from './kinds/kinds.ts';

/** A statement in a line: who, how, what; the desk's own voice is named as such. */
export function statementLine({ speaker, via, mode, value, withdrawn, removed }: StatementView): string {
  const who =
    speaker === null ? 'The desk' : [speaker.name, speaker.role && `(${speaker.role})`].filter(Boolean).join(' ');
  const through = via.length > 0 ? ` via ${via.join(', ')}` : '';
  if (removed) return `${who} ${mode}: taken down`;
  const what = valueLine(value);
  // Who demands is not said to demand twice.
  const says = what.startsWith(`${mode}: `) ? what : `${mode}: ${what}`;
  return `${who}${through} ${says}${withdrawn ? ` (${whyGone(withdrawn)})` : ''}`;
}

function whyGone({ reason, correctedBy }: NonNullable<StatementView['withdrawn']>): string {
  return correctedBy === null ? `withdrawn: ${reason}` : `corrected by ${correctedBy}: ${reason}`;
}
