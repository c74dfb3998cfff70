import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { operatedBy, type Config } from '@maillage/platform';

/**
 * Who operates a ledger that is all on one machine, where nothing says so: an organisation yet to be registered, whose id is
 * kept beside its data. So whoever starts it is told how to be the first to operate it, and a coalition needs nothing else.
 */
export async function withOperator(config: Config): Promise<Config> {
  const { production, database, registration, dataDir } = config;
  // Several processes must agree on it: with a database elsewhere, or in production, it is configured.
  if (registration.operator !== undefined || production || database.url !== undefined) return config;
  const file = join(dataDir, 'operator-organisation');
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, `${randomUUID()}\n`, { flag: 'wx' }).catch((error: unknown) => {
    if ((error as { readonly code?: string }).code !== 'EEXIST') throw error;
  });
  return { ...config, registration: operatedBy(registration, (await readFile(file, 'utf8')).trim()) };
}
