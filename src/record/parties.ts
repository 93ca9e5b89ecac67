import type { PartyId } from '../terms/ids.ts';
import { get, type StoryRecord } from './record.ts';

/** Who a party is: itself, or the party that it was merged into. */
export function identityOf(record: StoryRecord, id: PartyId): PartyId {
  let identity = id;
  while (record.merged.includes(identity)) identity = get(record.parties, identity).into!;
  return identity;
}
