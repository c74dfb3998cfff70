import { Listener, type Database, type Logger } from '@maillage/platform';

/** How often the head is looked up while somebody waits: a notification may have been lost. */
const LOOK_AGAIN_MS = 5_000;

interface Waiting {
  readonly position: bigint;
  wake(): void;
}

/**
 * The position of the last event, for all who wait for the next one: they share one LISTEN connection, opened when the first
 * of them comes.
 */
export class LogHead {
  private readonly waiting = new Set<Waiting>();
  private position = 0n;
  private listener: Listener | undefined;
  private poll: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  /** The furthest that was heard of or looked up so far. */
  get known(): bigint {
    return this.position;
  }

  /** As it stands now; 0 when the log is empty. */
  async lookUp(): Promise<bigint> {
    const { rows } = await this.database.pool.query<{ position: string }>('select position from log_head');
    const position = BigInt(rows[0]?.position ?? 0);
    this.heard(position);
    return position;
  }

  /** Waits until the log goes beyond a position, and says how that ended. */
  async beyond(position: bigint, timeoutMs: number, signal: AbortSignal): Promise<'reached' | 'quiet' | 'aborted'> {
    this.listen();
    if (this.position > position) return 'reached';
    if (signal.aborted) return 'aborted';
    return new Promise((resolve) => {
      const settle = (how: 'reached' | 'quiet' | 'aborted') => {
        clearTimeout(timer);
        signal.removeEventListener('abort', leave);
        this.waiting.delete(waiting);
        resolve(how);
      };
      const leave = () => {
        settle('aborted');
      };
      const waiting: Waiting = {
        position,
        wake: () => {
          settle('reached');
        },
      };
      const timer = setTimeout(() => {
        settle('quiet');
      }, timeoutMs);
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.add(waiting);
    });
  }

  async close(): Promise<void> {
    clearInterval(this.poll);
    await this.listener?.stop();
  }

  private listen(): void {
    if (this.listener !== undefined) return;
    const refresh = () => {
      // While the database is away there is nothing to look up; the listener says so in the log.
      if (this.waiting.size > 0) void this.lookUp().catch(() => undefined);
    };
    this.listener = new Listener(
      this.database,
      [`${this.database.schema}_log`],
      (_, payload) => {
        if (/^[0-9]{1,19}$/.test(payload)) this.heard(BigInt(payload));
      },
      refresh,
      (error) => {
        this.logger.warn({ err: error }, 'listening to the log was interrupted');
      },
    );
    // What it fails of has been logged, and its turn is taken by looking.
    this.listener.start().catch(() => undefined);
    this.poll = setInterval(refresh, LOOK_AGAIN_MS);
    this.poll.unref();
  }

  private heard(position: bigint): void {
    if (position <= this.position) return;
    this.position = position;
    for (const each of [...this.waiting]) if (each.position < position) each.wake();
  }
}
