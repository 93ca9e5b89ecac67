import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { patterns } from '../page/addresses.ts';
import { dataHeaders } from './headers.ts';
import type { RoundsReport } from './rounds.ts';

/** What a server counts of its streams. */
export class Measures implements RoundsReport {
  readonly #registry = new Registry();
  readonly #lag = new Histogram({
    name: 'stet_lag_seconds',
    help: 'From a revision being on disk to its last write to a reader with room.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.#registry],
  });
  /** Counted by itself for each write, and handed over when it is asked for. */
  #sent = 0;

  constructor() {
    const bytes: Counter = new Counter({
      name: 'stet_stream_bytes_total',
      help: 'Bytes handed to readers of streams.',
      registers: [this.#registry],
      collect: () => {
        bytes.reset();
        bytes.inc(this.#sent);
      },
    });
  }

  reached(milliseconds: number): void {
    this.#lag.observe(milliseconds / 1000);
  }

  sent(bytes: number): void {
    this.#sent += bytes;
  }

  /** Adds a figure that is looked up when it is asked for. */
  add(name: string, help: string, look: () => number): void {
    const gauge: Gauge = new Gauge({ name, help, registers: [this.#registry], collect: () => gauge.set(look()) });
  }

  /** All figures in the text format of Prometheus. */
  async text(): Promise<{ type: string; body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}

/** What whoever runs the server asks it. While it closes, everything is answered 503. */
export function operationRoutes(app: FastifyInstance, measures: Measures, isReady: () => Promise<unknown>): void {
  const headers = { ...dataHeaders, 'cache-control': 'no-store' };
  app.get(patterns.health, async (_request, reply) => reply.headers(headers).send({ ok: true }));
  app.get(patterns.ready, async (_request, reply) => {
    await isReady();
    return reply.headers(headers).send({ ready: true });
  });
  app.get(patterns.metrics, async (_request, reply) => {
    const { type, body } = await measures.text();
    return reply.headers(headers).type(type).send(body);
  });
}
