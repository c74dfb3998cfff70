import type { Database } from '@maillage/platform';

/**
 * Keeps a way to sign in from being deleted, while whoever has it goes on to sign in by it: what a removal does before and after that
 * is told apart.
 */
export async function holdWayIn(database: Database, table: 'passkey' | 'person_account', personId: string) {
  const holder = await database.pool.connect();
  await holder.query('begin');
  await holder.query(`select from ${table} where person_id = $1 for key share`, [personId]);
  const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
  let isHeld = true;
  const waiting = `with recursive waiting (pid) as (
    select pid from pg_stat_activity where ${rows[0]!.pid} = any(pg_blocking_pids(pid))
    union
    select behind.pid from pg_stat_activity behind join waiting w on w.pid = any(pg_blocking_pids(behind.pid))
  ) select from waiting`;
  return {
    /** Until so many wait for it, or for one another. */
    waitedForBy: async (count: number): Promise<void> => {
      while (isHeld && (await database.pool.query(waiting)).rows.length < count);
    },
    letGo: async (): Promise<void> => {
      isHeld = false;
      await holder.query('rollback');
      holder.release();
    },
  };
}
