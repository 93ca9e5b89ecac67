import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Gazetteer } from '../reading/places/gazetteer.ts';
import { openGazetteer } from '../reading/places/packed.ts';
import { Refusal } from '../terms/refusal.ts';

const built = fileURLToPath(new URL('../../dist/gazetteer.bin', import.meta.url));

/** The gazetteer that `npm run build` makes. Throws `gazetteer-missing` where it was not built. */
export function readGazetteer(): Gazetteer {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(built);
  } catch {
    throw new Refusal('gazetteer-missing', { file: built });
  }
  return openGazetteer(bytes);
}
