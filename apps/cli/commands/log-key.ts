import type { Config } from '@maillage/platform';
import { logKey } from '../../host/sealing.js';

/** The public half on standard output, for auditors, witnesses and scripts; where the private one is, on standard error. */
export async function logKeyCommand(config: Config): Promise<number> {
  const key = await logKey(config, { make: true });
  const { signingKey, signingKeyFile } = config.seal;
  process.stderr.write(
    `The private key is in ${signingKey === undefined ? signingKeyFile : 'LOG_SIGNING_KEY'}; keep it so.\n`,
  );
  process.stdout.write(`${key.vkey}\n`);
  return 0;
}
