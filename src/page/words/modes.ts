import type { Mode } from '../../journal/statement.ts';

/** How somebody said something, in the past tense, which fits a person and a body of people alike. */
export const modes: Record<Mode, string> = {
  says: 'said',
  estimates: 'estimated',
  announces: 'announced',
  reports: 'reported',
  confirms: 'confirmed',
  denies: 'denied',
  disputes: 'disputed',
  demands: 'demanded',
  offers: 'offered',
  refuses: 'refused',
  warns: 'warned',
  forecasts: 'forecast',
};

/** What a party does when it takes a stand: “refused it”, “denied refusing it”, “offered to refuse it”. */
export interface Stand {
  past: string;
  gerund: string;
  infinitive: string;
  /** The stand as others tell of it. */
  told: string;
  /** Where a way of saying it and the stand are one act. */
  at?: Partial<Record<Mode, string>>;
}

/**
 * A stand and how it was said as one act, so that nobody “refused: refused”.
 *
 * Where a stand is not the speaker's `own`, as in the desk's voice, it is only told of.
 */
export function takes(mode: Mode, { past, gerund, infinitive, told, at }: Stand, own: boolean): string {
  if (!own) return `${modes[mode]}: ${told}`;
  const one = at?.[mode];
  if (one !== undefined) return one;
  switch (mode) {
    case 'says':
    case 'announces':
    case 'reports':
      return past;
    case 'demands':
    case 'offers':
    case 'refuses':
      return `${modes[mode]} to ${infinitive}`;
    case 'warns':
      return `warned of ${gerund}`;
    case 'confirms':
    case 'denies':
    case 'disputes':
    case 'estimates':
    case 'forecasts':
      return `${modes[mode]} ${gerund}`;
  }
}

/** A stand towards the subject itself. */
export function towardsIt(past: string, gerund: string, infinitive: string, at: Stand['at'] = {}): Stand {
  return { past: `${past} it`, gerund: `${gerund} it`, infinitive: `${infinitive} it`, told: `it was ${past}`, at };
}

/** A stand towards something that is named after it. */
export function stand(past: string, gerund: string, infinitive: string, at: Stand['at'] = {}): Stand {
  return { past, gerund, infinitive, told: past, at };
}
