import { accountOf, pageOf } from './account.ts';
import { Follower } from '../follower.ts';

// node readers.ts ADDRESS COUNT CUTS: COUNT readers of a story in a process of their own, of whom so many a second are cut off at
// random, each for up to a second and a half. Says `ready` once each has a stream; after a line on standard input with the
// number of the last revision, their account.
const [address, count, cuts] = [process.argv[2]!, Number(process.argv[3]), Number(process.argv[4])];
const page = await pageOf(address);
const readers = Array.from({ length: count }, (_, i) => new Follower(address, page, i % 4 === 0));
while (readers.some(({ streams }) => streams === 0)) await new Promise((resolve) => void setTimeout(resolve, 20));
process.stdout.write('ready\n');

const drawn = () => readers[Math.floor(Math.random() * count)]!;
const cutting = setInterval(() => {
  for (let i = 0; i < cuts / 50; i++) drawn().cut(Math.random() * 1500);
}, 20);
for await (const last of process.stdin) {
  clearInterval(cutting);
  process.stdout.write(`${JSON.stringify(await accountOf(readers, address, Number(last)))}\n`);
  process.exit();
}
