import type { PartyId } from '../terms/ids.ts';
import { get, type StoryRecord } from './record.ts';

/** Who a party is: itself, or the party that it was merged into. */
export function identityOf(record: StoryRecord, id: PartyId): PartyId {
  let identity = id;
  for (let into = get(record.parties, id).into; into !== null; into = get(record.parties, into).into) identity = into;
  return identity;
}
