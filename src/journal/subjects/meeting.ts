import { z } from 'zod';
import { WhenShape } from '../times.ts';

/** What a party says of a meeting: that it will be, is, was, or will not be. */
export const MeetingState = z.enum(['planned', 'under-way', 'held', 'postponed', 'cancelled']);
export type MeetingState = z.infer<typeof MeetingState>;

/** What somebody stated of a meeting: its state, when it is or was, and what came of it, as printed. */
export const MeetingValue = z.strictObject({
  kind: z.literal('meeting'),
  state: MeetingState,
  when: WhenShape.nullable(),
  outcome: z.string().trim().min(1).max(400).nullable(),
});
export type MeetingValue = z.infer<typeof MeetingValue>;

const line = z.string().trim().min(1).max(200);

/** Which meeting it is: who meets whom, at what level, mediated by whom, where; `null` means that nobody said. */
export const MeetingTerms = z.strictObject({
  kind: z.literal('meeting'),
  who: z.array(line).min(1).max(20),
  level: line.nullable(),
  mediator: line.nullable(),
  where: line.nullable(),
});
export type MeetingTerms = z.infer<typeof MeetingTerms>;
