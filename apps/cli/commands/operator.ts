import { OperatorLinks, systemClock, type Config } from '@maillage/platform';
import { withOperator } from '../operator-organisation.js';
import { withSession } from '../session.js';
import { UsageError } from '../usage.js';

/**
 * Prints a link by which somebody administers the operator's organisation, beside whoever does: one more, or one who lost the
 * device that she signs in with. It works once, within a day.
 */
export async function operatorLinkCommand(configured: Config): Promise<number> {
  const config = await withOperator(configured);
  if (config.registration.operator === undefined) {
    throw new UsageError('Nobody operates this ledger: set OPERATOR_ORGANISATION, as for the API.');
  }
  const token = await withSession(config, ({ database }) =>
    new OperatorLinks(database, systemClock).issueBesideOthers(),
  );
  const url = config.publicUrl ?? `http://localhost:${config.port}`;
  process.stdout.write(`${url}/operator#token=${token}\n`);
  process.stderr.write('Whoever opens it within a day, once, operates this ledger. Give it to nobody else.\n');
  return 0;
}
