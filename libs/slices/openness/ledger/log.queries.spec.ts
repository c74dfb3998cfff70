import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { isRefusal, LEDGER_ACTOR } from '@maillage/kernel';
import { LogEvent, logSlice, type Connection } from '@maillage/engine';
import { directory } from '@maillage/directory';
import { command, executed, openEngine, register, type TestEngine } from '../../../../test/harness/engine.js';
import { LOG_ID } from './decider.js';
import { openness } from '../slice.js';

const attested = (position: string) => ({ view: 'missions', version: 1, position, digest: 'ab'.repeat(32) });
const reopening = {
  previousOrigin: 'example.org/log',
  previousSize: '120',
  previousRoot: Buffer.alloc(32, 7).toString('base64'),
  keptPosition: '100',
  reason: 'Restored from the backup of the night.',
};

describe('The ledger’s own events', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openEngine([logSlice, directory, openness]);
  });
  afterAll(() => engine.close());

  it('are in the log under an organisation that nobody registered', async () => {
    await register(engine.executor, 'City of Rennes');
    const actor = { organisation: LEDGER_ACTOR };
    const speaking = { actor, scopes: ['write', 'operator'] } as const;
    await executed(
      engine.executor.execute(command('AttestViews', LOG_ID, { views: [attested('40')] }, LEDGER_ACTOR, speaking)),
    );
    const contrary = { views: [attested('1')] };
    const refused = await engine.executor.execute(command('AttestViews', LOG_ID, contrary, LEDGER_ACTOR, speaking));
    expect(isRefusal(refused) && refused.code).toBe('ATTESTED_FURTHER');
    await executed(engine.executor.execute(command('ReopenLog', LOG_ID, reopening, LEDGER_ACTOR, speaking)));
    await engine.catchUp();
    expect(engine.failures).toEqual([]);

    const [Log] = logSlice.resolvers;
    const bus = {
      ask: (query: { run: (...of: unknown[]) => unknown }, input: unknown) => query.run(engine.database, input),
    };
    const resolver = new (
      Log as new (...injected: unknown[]) => {
        events(args: object): Promise<Connection<LogEvent>>;
      }
    )(bus, engine.database, engine.ledger, engine.registry);
    const organisationId = Buffer.from(`Organisation:${LEDGER_ACTOR}`, 'utf8').toString('base64url');
    const { nodes } = await resolver.events({ first: 10, organisationId });
    expect(nodes.map(({ type, stream, organisation, member }) => [type, stream, organisation, member])).toEqual([
      ['ViewsAttested', 'ledger/log', organisationId, null],
      ['LogReopened', 'ledger/log', organisationId, null],
    ]);
  });
});
