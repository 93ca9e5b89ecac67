import type { When } from '../terms/when.ts';

/** A moment as a clock of a zone shows it: the time alone where it is of today, else with the day. */
export function clock(moment: string, zone: string, now: Date = new Date()): string {
  const at = new Date(moment);
  const day = (date: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(date);
  const today = day(at) === day(now);
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    ...(today ? {} : { day: 'numeric', month: 'short', year: 'numeric' }),
  }).format(at);
}

/** A time of the record in a line, no more exact than it is. */
export function whenLine({ from, to, zone, words }: When): string {
  const shown = (date: string) => date.replace('T', ' ');
  const span = to === null ? `${shown(from)} to unknown` : to === from ? shown(from) : `${shown(from)} to ${shown(to)}`;
  const where = from.includes('T') ? ` (${zone ?? 'zone unknown'})` : '';
  return `${span}${where}${words === null ? '' : `, “${words}”`}`;
}
