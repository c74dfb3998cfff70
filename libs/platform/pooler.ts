import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { ConfigurationError } from './config.js';

/** By name, as the server takes them. */
export type Settings = Readonly<Record<string, string | number>>;

/** Settings a connection begins with, as the server takes them: `-c name=value`, blanks and backslashes escaped. */
export function startupOptions(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${String(value).replace(/[\\\s]/g, '\\$&')}`)
    .join(' ');
}

/**
 * Settings that cannot be said before a server is asked what it has, as a list of columns. What is recorded is on disk before
 * anybody is told so, or stricter where an operator has it stricter, at a standby as well, say. And no transaction is too long,
 * on those servers (from 17) that would end it.
 * @param within whether for the transaction under way alone.
 */
function onceAsked(within: boolean): string {
  return (
    `case current_setting('synchronous_commit') when 'off' then set_config('synchronous_commit', 'on', ${within}) end, ` +
    `case when current_setting('transaction_timeout', true) <> '0' then set_config('transaction_timeout', '0', ${within}) end`
  );
}

/** SQLSTATE with which PgBouncer refuses what it cannot pass on, `options` among it. */
const PROTOCOL_VIOLATION = '08P01';
const MARK = 'maillage.session';

/**
 * A connection that rests on its session being its own: for LISTEN, for locks and settings that outlast a transaction, and
 * wherever settings are told once, as it begins. A pooler refuses those or passes them over, and with them our role.
 */
export class OwnSession extends pg.Client {
  private readonly mark: string;

  constructor(config: pg.ClientConfig = {}) {
    const mark = randomUUID();
    super({ ...config, options: `${config.options ?? ''} ${startupOptions({ [MARK]: mark })}`.trim() });
    this.mark = mark;
  }

  /** @throws {ConfigurationError} where there is a pooler at its address. */
  override connect(): Promise<pg.Client>;
  override connect(callback: ((error: Error) => void) | ((error: null, client: pg.Client) => void)): void;
  override connect(callback?: unknown): Promise<pg.Client> | undefined {
    const connected = this.connectItself();
    if (callback === undefined) return connected;
    const answer = callback as (error: unknown, client?: pg.Client) => void;
    connected.then((client) => {
      answer(null, client);
    }, answer);
    return undefined;
  }

  private async connectItself(): Promise<pg.Client> {
    // One that is lost before it is anybody's fails its statement; unheard, the event would end the process.
    const ignore = () => undefined;
    this.on('error', ignore);
    let failure: unknown;
    try {
      await super.connect();
      const isOurs = `current_setting('${MARK}', true) = ${pg.escapeLiteral(this.mark)}`;
      const { rows } = await this.query(`select ${onceAsked(false)} where ${isOurs}`);
      if (rows.length > 0) {
        this.off('error', ignore);
        return this;
      }
    } catch (error) {
      if (!refusesOptions(error)) failure = error;
    }
    // It throws where the socket is gone already.
    void Promise.resolve()
      .then(() => this.end())
      .catch(ignore);
    if (failure === undefined) throw this.inTheWay();
    throw failure as Error;
  }

  private inTheWay(): ConfigurationError {
    return new ConfigurationError(
      `${this.host}:${this.port} is a pooler, where no session is our own: set DATABASE_DIRECT_URL to the address of ` +
        'PostgreSQL itself, for LISTEN, locks and migrations, and leave the pooler to DATABASE_URL.',
    );
  }
}

function refusesOptions(error: unknown): boolean {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  return code === PROTOCOL_VIOLATION && message.includes('startup parameter');
}

type Send = (query: pg.QueryConfig | string) => Promise<pg.QueryResult>;
type Answer = (error: unknown, result?: pg.QueryResult) => void;

const BEGIN = 'begin isolation level read committed';
const BEGINS = /^\s*(begin|start\s+transaction)\b/i;

/**
 * Makes a connection fit for a pooler that lends a session for one transaction at a time. Nothing is left with the session
 * and nothing is asked of it: each transaction is told the settings as it begins, the role among them, and each statement
 * outside of one has a transaction of its own, all in the same round trip. No statement has a name: another session would
 * not know it.
 * @param client one that was opened with `pipeline`.
 */
export function shareSession(client: pg.Client, settings: Settings): void {
  const send = client.query.bind(client) as unknown as Send;
  // What is a list is said item by item.
  const literals = (value: string) => value.split(',').map(pg.escapeLiteral).join(', ');
  const set = [
    ...Object.entries(settings).map(([name, value]) => `set local ${name} to ${literals(String(value))}`),
    `select ${onceAsked(true)}`,
  ].join('; ');

  const begin = async (text: string): Promise<pg.QueryResult> => {
    try {
      const stated = /^\s*begin\s*$/i.test(text) ? BEGIN : text;
      const [begun] = (await send(`${stated}; ${set}`)) as unknown as readonly [pg.QueryResult];
      return begun;
    } catch (error) {
      await send('rollback').catch(() => undefined);
      throw error;
    }
  };

  const alone = async (query: pg.QueryConfig): Promise<pg.QueryResult> => {
    const { stream } = client.connection;
    stream.cork();
    const sent = [send(`${BEGIN}; ${set}`), send(query), send('commit')] as const;
    stream.uncork();
    const outcomes = await Promise.allSettled(sent);
    // Whatever failed first made the others fail.
    for (const each of outcomes) if (each.status === 'rejected') throw each.reason as Error;
    return sent[1];
  };

  const ask = async (first: pg.QueryConfig | string, values: unknown): Promise<pg.QueryResult> => {
    const { name: _, ...query } = typeof first === 'string' ? { text: first } : first;
    const asked = Array.isArray(values) ? { ...query, values } : query;
    // Of a new connection it is not known yet.
    const isWithin = /^[TE]$/.test(client.getTransactionStatus() ?? '');
    if (isWithin) return send(asked);
    return BEGINS.test(asked.text) ? begin(asked.text) : alone(asked);
  };

  // One by one, so that it is known of each whether it is within a transaction.
  let last: Promise<unknown> = Promise.resolve();
  const query = (first: pg.QueryConfig | string, ...rest: readonly unknown[]): Promise<pg.QueryResult> | undefined => {
    const answered = last.then(() => ask(first, rest[0]));
    last = answered.catch(() => undefined);
    const callback = rest.at(-1);
    if (typeof callback !== 'function') return answered;
    answered.then(
      (result) => (callback as Answer)(undefined, result),
      (error: unknown) => (callback as Answer)(error),
    );
    return undefined;
  };
  Object.assign(client, { query });
}
