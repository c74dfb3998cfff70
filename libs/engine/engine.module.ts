import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Ledger, ReceiptSigner } from '@maillage/ledger';
import { Database, Listener, Metrics, secondsSince, type Logger } from '@maillage/platform';
import { Bus, handlers, Messages, READING } from './bus.js';
import { CommandExecutor } from './commands/executor.js';
import { Guards } from './commands/guards.js';
import { States } from './commands/states.js';
import { ringsByItself, type Doorbell } from './doorbell/doorbell.js';
import { RedisDoorbell, RedisProjections } from './doorbell/redis.js';
import { DeskGuards } from './graphql/desk-guards.js';
import { READ_YOUR_WRITES_MS, Recorder } from './graphql/recorder.js';
import { Registry, type Slice } from './slice.js';
import { status } from './status.js';
import { Feed } from './views/feed.js';
import { ViewPositions } from './views/positions.js';
import { prepareViews } from './views/rebuild.js';
import { ViewRunner } from './views/runner.js';

export interface EngineOptions {
  readonly slices: readonly Slice[];
  readonly database: Database;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly redisUrl: string | undefined;
  readonly readYourWritesMs: number;
  readonly sweepMs: number;
  /** The longest that one statement of a query takes. */
  readonly readingMs: number;
  /** Told of each of those statements how long it took, in milliseconds. */
  readonly onRead?: ((ms: number) => void) | undefined;
  /** Whether this process moves views, beside or instead of taking commands. */
  readonly projects: boolean;
  /** Signs receipts; without it they come unsigned. */
  readonly receiptSigner?: ReceiptSigner | undefined;
}

const OPTIONS = Symbol('EngineOptions');
const DOORBELL = Symbol('Doorbell');

/** Commands → log → views, composed from slices. */
@Module({})
export class EngineModule {
  static register(options: EngineOptions): DynamicModule {
    const registry = new Registry(options.slices);
    const messages = new Messages(registry);
    const { database, metrics } = options;
    return {
      module: EngineModule,
      global: true,
      imports: [CqrsModule],
      providers: [
        { provide: OPTIONS, useValue: options },
        { provide: Database, useValue: database },
        { provide: READING, useFactory: () => database.bounded(options.readingMs, options.onRead) },
        { provide: Metrics, useValue: metrics },
        { provide: Registry, useValue: registry },
        { provide: Messages, useValue: messages },
        { provide: READ_YOUR_WRITES_MS, useValue: options.readYourWritesMs },
        { provide: Ledger, useValue: observedLedger(database, registry, metrics) },
        { provide: ReceiptSigner, useValue: options.receiptSigner },
        { provide: States, inject: [Ledger], useFactory: (ledger: Ledger) => new States(ledger, registry, database) },
        { provide: Guards, inject: [States], useFactory: (states: States) => new Guards(registry, states) },
        { provide: DOORBELL, useFactory: () => doorbell(options, registry) },
        {
          provide: CommandExecutor,
          inject: [Ledger, States, DOORBELL],
          useFactory: (ledger: Ledger, states: States, bell: Doorbell) =>
            new CommandExecutor(registry, ledger, states, () => {
              bell.ring();
            }),
        },
        { provide: ViewPositions, useFactory: () => new ViewPositions(database, registry.views) },
        {
          provide: ViewRunner,
          inject: [Ledger],
          useFactory: (ledger: Ledger) => new ViewRunner(database, new Feed(ledger), registry.views, observer(options)),
        },
        ...handlers(registry, messages),
        Bus,
        Recorder,
        DeskGuards,
        EngineLifecycle,
      ],
      exports: [
        Bus,
        CommandExecutor,
        Database,
        DeskGuards,
        Guards,
        Ledger,
        Metrics,
        Recorder,
        Registry,
        ReceiptSigner,
        ViewPositions,
        ViewRunner,
      ],
    };
  }
}

/** Starts what listens and moves views; stops it in the reverse order, letting batches under way finish. */
class EngineLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  private listener: Listener | undefined;
  private projections: RedisProjections | undefined;
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    @Inject(OPTIONS) private readonly options: EngineOptions,
    @Inject(DOORBELL) private readonly bell: Doorbell,
    @Inject(Registry) private readonly registry: Registry,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(ViewRunner) private readonly runner: ViewRunner,
    @Inject(ViewPositions) private readonly positions: ViewPositions,
    @Inject(READING) private readonly reading: Database,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { database, logger, projects, redisUrl } = this.options;
    this.publishMetrics();
    if (projects) {
      const rebuilt = await prepareViews(database, this.ledger, [...this.registry.views.values()]);
      if (rebuilt.length > 0) logger.info({ views: rebuilt }, 'views built');
    }
    if (projects && redisUrl !== undefined) this.projections = this.redisProjections(redisUrl);
    const [log, views] = [`${database.schema}_log`, `${database.schema}_views`];
    const ring = () => {
      if (this.projections === undefined) this.runner.ringAll();
      else this.projections.heard();
    };
    this.listener = new Listener(
      database,
      projects ? [log, views] : [views],
      (channel, payload) => {
        if (channel === log) ring();
        else this.hear(payload);
      },
      () => {
        void this.positions.refresh().catch(() => undefined);
        if (projects) ring();
      },
      (error) => {
        logger.warn({ err: error }, 'listening was interrupted');
      },
    );
    await this.listener.start();
    if (projects && redisUrl === undefined) {
      this.sweep = setInterval(() => {
        this.runner.ringAll();
      }, this.options.sweepMs);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweep);
    await this.projections?.close();
    await this.runner.stop();
    this.positions.close();
    await this.listener?.stop();
    await this.bell.close();
    await this.reading.close();
  }

  private redisProjections(url: string): RedisProjections {
    const { database, sweepMs } = this.options;
    const views = [...this.registry.views.values()];
    return new RedisProjections({
      url,
      schema: database.schema,
      views: views.map(({ name }) => name),
      runner: this.runner,
      sweepMs,
      isBehind: async () =>
        (await status(database, this.ledger, views)).views.some(({ state, lag }) => state === 'RUNNING' && lag > 0n),
      onError: onRedisError(this.options),
    });
  }

  private hear(payload: string): void {
    const [view, position] = payload.split(' ');
    if (view !== undefined && position !== undefined) this.positions.heard(view, BigInt(position));
    else void this.positions.refresh().catch(() => undefined);
  }

  private publishMetrics(): void {
    const { metrics, database } = this.options;
    const views = [...this.registry.views.values()];
    const perView = (read: (view: Awaited<ReturnType<typeof status>>['views'][number]) => number) => async () =>
      (await status(database, this.ledger, views)).views.map((view) => ({
        labels: { view: view.name },
        value: read(view),
      }));
    metrics.lookup(
      'maillage_view_position',
      'Position a view has folded.',
      ['view'],
      perView((v) => Number(v.position)),
    );
    metrics.lookup(
      'maillage_view_lag_events',
      'Events a view is behind the head.',
      ['view'],
      perView((v) => Number(v.lag)),
    );
    metrics.lookup(
      'maillage_view_lag_seconds',
      'For how long the oldest event a view has not folded yet has been recorded.',
      ['view'],
      perView((v) => secondsSince(v.waitsSince)),
    );
    metrics.lookup(
      'maillage_view_halted',
      '1 while a view stands still on an error.',
      ['view'],
      perView((v) => (v.state === 'HALTED' ? 1 : 0)),
    );
    metrics.lookup('maillage_append_queue_depth', 'Appends waiting for their group commit.', [], () =>
      Promise.resolve([{ labels: {}, value: this.ledger.queueDepth }]),
    );
    const { bell } = this;
    if (bell instanceof RedisDoorbell) {
      metrics.lookup('maillage_queue_depth', 'Projection jobs waiting or active in Redis.', [], async () => {
        const depth = await bell.depth();
        return depth === undefined ? [] : [{ labels: {}, value: depth }];
      });
    }
  }
}

function observedLedger(database: Database, registry: Registry, metrics: Metrics): Ledger {
  return new Ledger(database, registry.events, {
    committed: (requests, events, seconds) => {
      metrics.appendSeconds.observe(seconds);
      metrics.appendBatch.observe(requests);
      metrics.eventsAppended.inc(events);
    },
  });
}

function doorbell({ redisUrl, database, ...options }: EngineOptions, registry: Registry): Doorbell {
  if (redisUrl === undefined) return ringsByItself;
  return new RedisDoorbell(
    redisUrl,
    database.schema,
    [...registry.views.keys()],
    onRedisError({ redisUrl, database, ...options }),
  );
}

/** Redis being away is told once in a while, not once a ring. */
function onRedisError({ logger, metrics }: EngineOptions): (error: Error) => void {
  let last = -Infinity;
  return (error) => {
    metrics.redisErrors.inc();
    const now = performance.now();
    if (now - last < 10_000) return;
    last = now;
    logger.warn({ err: error }, 'Redis does not ring; recording goes on, and PostgreSQL rings the workers');
  };
}

function observer({ logger, metrics }: EngineOptions): ConstructorParameters<typeof ViewRunner>[3] {
  return {
    advanced: (view, outcome, seconds) => {
      if (outcome.kind === 'moved') {
        metrics.viewBatchSeconds.observe({ view }, seconds);
        metrics.viewEvents.inc({ view }, outcome.events);
      } else if (outcome.kind === 'halted' && outcome.anew) {
        logger.error({ view, position: outcome.at.toString(), reason: outcome.error }, 'view halted');
      }
    },
    failed: (view, error) => {
      metrics.viewFailures.inc({ view });
      logger.warn({ view, err: error }, 'a batch failed and will be tried again');
    },
  };
}
