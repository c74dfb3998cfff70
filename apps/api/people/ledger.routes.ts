import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isRefusal, today, type CalendarDate } from '@maillage/kernel';
import { parametersAt, REPUTATION } from '@maillage/accountability';
import { waitingMails } from '@maillage/platform';
import { refuse } from '../session/routes.js';
import { forOperator, operatorSeat } from './for-operator.js';
import type { PeopleRoutesOptions } from './options.js';
import { byOperator } from './registering.js';

/** Whatever was adopted, and whatever day it holds from. */
const EVERYTHING = { position: '9223372036854775807', on: '9999-12-31' } as const;

const adopting = z.strictObject({
  version: z.int(),
  parameters: z.record(z.string(), z.unknown()),
  from: z.string().max(20),
  reason: z.string().max(2000),
});

/** How the ledger itself is doing, and what it computes with, for those who operate it: below `/session/operator`. */
export function serveLedger(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { database, clock, outbox, record, registration } = options;

  scope.get(
    '/session/operator/queue',
    forOperator(options, async (_, __, reply) =>
      reply.send({ isSent: outbox !== undefined, ...(await waitingMails(database)) }),
    ),
  );

  const parametersOn = async (on: CalendarDate) => {
    const [found] = await parametersAt.run(database, { keys: [REPUTATION], args: { ...EVERYTHING, on } });
    if (found === undefined) throw new Error('No parameters are in force.');
    const { version, ...parameters } = found.parameters;
    return { version, parameters, from: found.from, reason: found.reason };
  };

  scope.get(
    '/session/operator/parameters',
    forOperator(options, async ({ isFresh }, _, reply) => {
      const [inForce, latest] = [await parametersOn(today(clock)), await parametersOn(EVERYTHING.on)];
      return reply.send({ inForce, next: latest.from === inForce.from ? null : latest, isFresh });
    }),
  );

  scope.post(
    '/session/operator/parameters',
    forOperator(
      options,
      async (person, request, reply) => {
        const { data } = adopting.safeParse(request.body);
        if (data === undefined) {
          const message = 'Send {"version": 1 or 2, "parameters": {…}, "from": "<a day>", "reason": "<a few words>"}.';
          return refuse(reply, 400, 'BAD_REQUEST', message);
        }
        const actor = {
          organisationId: registration.operator ?? '',
          memberId: await operatorSeat(options, person.id),
        };
        const type = 'AdoptReputationParameters';
        const command = { type, id: REPUTATION, data, commandId: randomUUID(), at: clock.now() };
        const recorded = await record(byOperator(actor, command));
        if (isRefusal(recorded)) return refuse(reply, 409, recorded.code, recorded.message);
        return reply.code(204).send();
      },
      true,
    ),
  );
}
