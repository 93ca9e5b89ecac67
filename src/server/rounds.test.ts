import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Reader, Rounds } from './rounds.ts';

const nothing = { reached: () => {}, sent: () => {} };

/** A socket that takes as much as it has room for. */
class Pipe extends Reader {
  received = '';
  ended = false;
  dropped = false;
  writes = 0;
  #room: number;
  #waiting: { bytes: Buffer; sent: () => void } | null = null;

  constructor(room = Infinity, until = Infinity) {
    super(until);
    this.#room = room;
  }

  take(bytes: Buffer, from: number, to: number): number {
    if (this.#waiting !== null) throw new Error('written to while it is full');
    const taken = Math.min(this.#room, to - from);
    this.#room -= taken;
    this.writes += 1;
    this.received += bytes.toString('latin1', from, from + taken);
    return taken;
  }

  hand(bytes: Buffer, sent: () => void): void {
    if (this.#waiting !== null) throw new Error('written to while it is full');
    this.#waiting = { bytes, sent };
    this.roomFor(0);
  }

  /** Makes room, as a reader does who reads. */
  roomFor(more: number): void {
    this.#room += more;
    while (this.#waiting !== null && this.#room >= this.#waiting.bytes.length) {
      const { bytes, sent } = this.#waiting;
      this.#room -= bytes.length;
      this.received += bytes.toString('latin1');
      this.#waiting = null;
      sent();
    }
  }

  end(): void {
    this.ended = true;
  }

  drop(): void {
    this.dropped = true;
  }
}

const turn = () => new Promise((resolve) => void setImmediate(resolve));
const settle = async () => {
  for (let i = 0; i < 20; i++) await turn();
};
const none = Buffer.alloc(0);

describe('rounds', () => {
  test('[L50] what is appended before a reader had its turn comes in one write', async () => {
    const rounds = new Rounds(1000, nothing);
    const pipes = Array.from({ length: 600 }, () => new Pipe());
    for (const pipe of pipes) rounds.add(pipe, none);
    const before = pipes.map(({ writes }) => writes);

    rounds.append(Buffer.from('one '), 0);
    await turn();
    rounds.append(Buffer.from('two '), 0);
    await settle();

    expect(new Set(pipes.map(({ received }) => received))).toEqual(new Set(['one two ']));
    const writes = pipes.map((pipe, i) => pipe.writes - before[i]!);
    expect([writes[0], writes[599]]).toEqual([2, 1]);
  });

  test('[L51] a reader who is full catches up from the log, and is back only once nothing is missing', async () => {
    const rounds = new Rounds(1000, nothing);
    const slow = new Pipe(5);
    const other = new Pipe();
    rounds.add(slow, none);
    rounds.add(other, none);
    rounds.append(Buffer.from('0123456789'), 0);
    await settle();
    expect([slow.received, rounds.behind]).toEqual(['01234', 1]);

    // It has room for what it lacked just as more comes: were it back too soon, that would be lost.
    rounds.append(Buffer.from('abc'), 0);
    slow.roomFor(5);
    rounds.append(Buffer.from('def'), 0);
    await settle();
    expect([slow.received, rounds.behind]).toEqual(['0123456789', 1]);
    slow.roomFor(4);
    slow.roomFor(100);
    rounds.append(Buffer.from('ghi'), 0);
    await settle();

    expect([slow.received, other.received]).toEqual(['0123456789abcdefghi', '0123456789abcdefghi']);
    expect(rounds.behind).toBe(0);
  });

  test('[L52] a reader who is behind the log is let go, and costs nothing until then', async () => {
    const rounds = new Rounds(100, nothing);
    const stalled = new Pipe(0);
    const other = new Pipe();
    rounds.add(stalled, none);
    rounds.add(other, none);
    for (let i = 0; i < 100; i++) {
      rounds.append(Buffer.from(`${i}`.padStart(10)), 0);
      await turn();
    }
    await settle();

    expect([stalled.dropped, stalled.received, rounds.size]).toEqual([true, '', 1]);
    expect(other.received).toHaveLength(1000);
  });

  test('[L55] who takes nothing for a while is let go; so is who had its time, once it has everything', async () => {
    const rounds = new Rounds(100, nothing);
    const [stuck, old, young] = [new Pipe(0), new Pipe(Infinity, 10), new Pipe(Infinity, 30)];
    rounds.add(stuck, none);
    rounds.add(old, none);
    rounds.add(young, none);
    rounds.append(Buffer.from('x'), 0);
    await settle();

    rounds.reap(20);
    expect([stuck.dropped, old.ended, young.ended]).toEqual([false, true, false]);
    rounds.reap(20);

    expect([stuck.dropped, rounds.size]).toEqual([true, 1]);
  });

  test('[L58] what is forgotten is sent to nobody any more', async () => {
    const rounds = new Rounds(100, nothing);
    const [behind, other] = [new Pipe(3), new Pipe()];
    rounds.add(behind, none);
    rounds.add(other, none);
    rounds.append(Buffer.from('secret'), 0);
    await settle();

    rounds.forget();
    rounds.append(Buffer.from(' after'), 0);
    behind.roomFor(100);
    await settle();

    expect([behind.dropped, other.received]).toEqual([true, 'secret after']);
    expect(rounds.log.bytes.includes('secret')).toBe(false);
  });

  test('[L58] who has not had all of its start, which may hold it, is sent no more of it', () => {
    const rounds = new Rounds(100, nothing);
    const joining = new Pipe(3);
    rounds.add(joining, Buffer.from('secret'));

    rounds.forget();

    expect([joining.dropped, rounds.size]).toEqual([true, 0]);
  });

  test('[L52] who had no turn before the log moved on is let go, and sent nothing wrong', async () => {
    const rounds = new Rounds(100, nothing);
    const pipes = Array.from({ length: 600 }, () => new Pipe());
    for (const pipe of pipes) rounds.add(pipe, none);
    for (let i = 0; i < 5; i++) {
      rounds.append(Buffer.from(`${i}`.repeat(60)), 0);
      if (i === 0) await turn();
    }
    await settle();

    // The first 256 had their turn.
    expect(pipes.map(({ dropped }) => dropped)).toEqual(pipes.map(() => true));
    expect(new Set(pipes.map(({ received }) => received))).toEqual(new Set(['0'.repeat(60), '']));
    expect(rounds.size).toBe(0);
  });

  test('[L50] a reader of other rounds is left alone', async () => {
    const [rounds, others] = [new Rounds(100, nothing), new Rounds(100, nothing)];
    const [one, other] = [new Pipe(), new Pipe()];
    rounds.add(one, none);
    others.add(other, none);

    rounds.remove(other);
    rounds.append(Buffer.from('x'), 0);
    await settle();

    expect([one.received, rounds.size]).toEqual(['x', 1]);
  });

  test('[L51] whatever room readers have, and whoever comes and goes: nothing lost, nothing twice, in order', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('append' as const), length: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ kind: fc.constant('room' as const), who: fc.nat(9), more: fc.nat(80) }),
      fc.record({ kind: fc.constant('join' as const), room: fc.oneof(fc.nat(100), fc.constant(1e6)) }),
      fc.record({ kind: fc.constant('leave' as const), who: fc.nat(9) }),
      fc.record({ kind: fc.constant('turn' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const rounds = new Rounds(200, nothing);
        const readers: { pipe: Pipe; from: number; gone: boolean }[] = [];
        let all = '';
        for (const one of steps) {
          const reader = 'who' in one ? readers[one.who] : undefined;
          if (one.kind === 'append') {
            const text = Array.from({ length: one.length }, (_, i) =>
              String.fromCharCode(97 + ((all.length + i) % 26)),
            );
            all += text.join('');
            rounds.append(Buffer.from(text.join('')), 0);
          } else if (one.kind === 'join') {
            const pipe = new Pipe(one.room);
            rounds.add(pipe, none);
            readers.push({ pipe, from: all.length, gone: false });
          } else if (one.kind === 'room') reader?.pipe.roomFor(one.more);
          else if (one.kind === 'leave' && reader) {
            rounds.remove(reader.pipe);
            reader.gone = true;
          } else await turn();
        }
        for (const { pipe } of readers) pipe.roomFor(1e6);
        await settle();

        for (const { pipe, from, gone } of readers) {
          if (gone || pipe.dropped) expect(all.slice(from).startsWith(pipe.received)).toBe(true);
          else expect(pipe.received).toBe(all.slice(from));
        }
        expect(rounds.behind).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
