import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Long statements take PostgreSQL longer to read and plan than to run; short ones do not, and there are more of them. */
const LONG = 1_500;
/** Each is kept by each connection, with its plan; whoever combines filters can ask for any number of them. */
const MOST = 200;

/**
 * The pool as kysely uses it, where long statements have a name: PostgreSQL keeps what it made of them for as long as the
 * connection lasts, and is sent the text once.
 */
export class NamedStatements implements PostgresPool {
  private readonly names = new Map<string, string>();

  constructor(private readonly pool: pg.Pool) {}

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.pool.connect();
    const query = async (text: string, values: readonly unknown[]) => {
      const name = this.nameOf(text, values);
      if (name === undefined) return client.query(text, [...values]);
      try {
        return await client.query({ name, text, values: [...values] });
      } catch (error) {
        if (!hasChanged(error)) throw error;
        return client.query(text, [...values]);
      }
    };
    // Nothing reads by cursor.
    return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
  }

  async end(): Promise<void> {
    await this.pool.end();
  }

  private nameOf(text: string, values: readonly unknown[]): string | undefined {
    // Without values it may be several statements, as migrations are, and those have no name together.
    if (text.length < LONG || values.length === 0) return undefined;
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST) return known;
    const name = createHash('sha256').update(text).digest('base64url');
    this.names.set(text, name);
    return name;
  }
}

/** Tables have other columns since the statement was named, as while a version that changes a view is rolled out. */
function hasChanged(error: unknown): boolean {
  const { code, routine } = error as { readonly code?: string; readonly routine?: string };
  return code === '0A000' && routine === 'RevalidateCachedQuery';
}
