import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import { protocolCases, type ProtocolCase } from './cases.ts';
import { Trial } from './trial.ts';
import { ways, type Stand } from './ways.ts';

const cases = protocolCases();
const needsStream = ({ steps }: ProtocolCase) => steps.some((step) => 'open' in step || 'follow' in step);

describe.each(ways)('[L78] $name', ({ fits, streams, open }) => {
  let stand: Stand;
  let trial: Trial | undefined;
  beforeAll(async () => {
    if (fits) stand = await open();
  }, 60_000);
  afterEach(() => trial?.close());
  afterAll(() => stand?.close());

  for (const { cases: list } of cases) {
    for (const one of list) {
      test.skipIf(!fits || (needsStream(one) && !streams))(`[${one.rule}] ${one.says}`, async () => {
        trial = new Trial(stand);
        await trial.run(one.steps);
      });
    }
  }
});
