import { dateOf, decider, plusDays, refuse, streamOf, type Command, type Intent } from '@maillage/kernel';
import { unknownOrganisation, type OrganisationState } from '@maillage/directory';
import { unknownMission, type MissionState } from '@maillage/missions';
import { receivingCommands, type ReceivingCommands } from './commands.js';
import { RECEIVING_DAYS, receivingEvents } from './events.js';
import { evolve, nobodyReceives, receivesOn, type ReceivingState } from './state.js';

interface Consulted {
  readonly mission: MissionState;
  readonly actor: OrganisationState;
}

/** Who accepts in bulk, as a receiver, what is promised to it in a mission; addressed by the mission's id. */
export const receivingDecider = decider<ReceivingState, ReceivingCommands, typeof receivingEvents, Consulted>({
  name: 'receiving',
  commands: receivingCommands,
  events: receivingEvents,
  initial: nobodyReceives,
  consults: ({ id, actor }) => ({
    mission: streamOf('mission', id),
    actor: streamOf('organisation', actor.organisation),
  }),
  rules: {
    AcceptReceiving: {
      allowed: (asked, _, consulted) => refuseUnknown(asked, consulted),
      decide(command, state) {
        const on = actedOn(command, state);
        const { until } = command.data;
        const latest = plusDays(on, RECEIVING_DAYS);
        return until < on || until > latest
          ? refuse('UNTIL_OUT_OF_RANGE', `Name a day from ${on} to ${latest}; it may be accepted again after that.`, [
              'until',
            ])
          : [{ type: 'ReceivingAccepted', data: { ...receiverOf(command), until, on } }];
      },
    },
    EndReceiving: {
      allowed: (asked, state, consulted) =>
        refuseUnknown(asked, consulted) ??
        (receivesOn(state, asked.actor.organisation, asked.on)
          ? undefined
          : refuse(
              'NOT_RECEIVING',
              'Your organisation accepts each promise to it here one by one already; there is nothing to end.',
            )),
      decide: (command, state) => [
        { type: 'ReceivingEnded', data: { ...receiverOf(command), on: actedOn(command, state) } },
      ],
    },
  },
  evolve,
});

function refuseUnknown({ id, actor: { organisation } }: Intent, { mission, actor }: Consulted) {
  if (!actor.registered) return unknownOrganisation(organisation, []);
  return mission.declared ? undefined : unknownMission(id, ['id']);
}

function receiverOf({ id, actor }: Command) {
  return { missionId: id, organisationId: actor.organisation };
}

function actedOn({ at }: Command, { on }: ReceivingState): string {
  const today = dateOf(at);
  return today < on ? on : today;
}
