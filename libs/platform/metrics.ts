import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What Prometheus scrapes at `/metrics`. One per process. */
export class Metrics {
  readonly registry = new Registry();

  readonly appendSeconds = new Histogram({
    name: 'maillage_append_seconds',
    help: 'Duration of a group commit.',
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly appendBatch = new Histogram({
    name: 'maillage_append_batch_requests',
    help: 'Requests that shared a group commit.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
    registers: [this.registry],
  });
  readonly eventsAppended = new Counter({
    name: 'maillage_events_appended_total',
    help: 'Events this process appended.',
    registers: [this.registry],
  });
  readonly viewBatchSeconds = new Histogram({
    name: 'maillage_view_batch_seconds',
    help: 'Duration of folding one batch into a view.',
    labelNames: ['view'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly viewEvents = new Counter({
    name: 'maillage_view_events_total',
    help: 'Events this process folded into a view.',
    labelNames: ['view'],
    registers: [this.registry],
  });
  readonly viewFailures = new Counter({
    name: 'maillage_view_failures_total',
    help: 'Batches that failed for the database and will be tried again.',
    labelNames: ['view'],
    registers: [this.registry],
  });
  readonly redisErrors = new Counter({
    name: 'maillage_redis_errors_total',
    help: 'Errors on the way to Redis; recording does not depend on it.',
    registers: [this.registry],
  });
  readonly graphqlSeconds = new Histogram({
    name: 'maillage_graphql_seconds',
    help: 'Duration of a GraphQL operation.',
    labelNames: ['type', 'outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly sealSeconds = new Histogram({
    name: 'maillage_seal_seconds',
    help: 'Duration of sealing what was recorded since the last checkpoint.',
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly eventsSealed = new Counter({
    name: 'maillage_events_sealed_total',
    help: 'Events this process sealed.',
    registers: [this.registry],
  });
  readonly cosignatures = new Counter({
    name: 'maillage_cosignatures_total',
    help: 'Checkpoints a witness cosigned.',
    labelNames: ['witness'],
    registers: [this.registry],
  });
  readonly witnessFailures = new Counter({
    name: 'maillage_witness_failures_total',
    help: 'Times a witness did not cosign; AHEAD and FORKED are alarms.',
    labelNames: ['witness', 'failure'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A gauge whose values are looked up when scraped. */
  lookup(
    name: string,
    help: string,
    labelNames: readonly string[],
    read: () => Promise<readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[]>,
  ): void {
    new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      async collect() {
        this.reset();
        for (const { labels, value } of await read()) this.set(labels, value);
      },
    });
  }
}
