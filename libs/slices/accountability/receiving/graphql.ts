import { each, extend, mutations, one, rowType } from '@maillage/engine';
import { Organisation } from '@maillage/directory';
import { Mission } from '@maillage/missions';
import { receivingDecider } from './decider.js';
import { receiversOfMission } from './queries.js';
import { receivings } from './view.js';

export const Receiver = rowType('Receiver', receivings.tables.receiving, {
  says: 'An organisation that accepts, as counterparty, every promise to it in a mission as it is made. It owes nothing by that.',
  fields: { since: 'Since when.', until: 'The last day on which it does.' },
  edges: { organisation: one(Organisation, { says: 'Which one.' }) },
});

export const receiversOnMission = extend(Mission, {
  receivers: each(
    Receiver,
    receiversOfMission,
    'Those that accept in bulk what is promised to them here, in the order they began to; some until a day that has passed.',
  ),
});

const address = { field: 'missionId', node: 'Mission', asked: true } as const;

export const receivingMutations = mutations(receivingDecider, {
  gives: {
    name: 'ReceivingRecorded',
    says: 'That an organisation accepts in bulk what is promised to it, or does so no more',
    gives: { mission: Mission },
  },
  commands: {
    AcceptReceiving: { address, addressed: 'The mission in which things are promised to it.' },
    EndReceiving: { address, addressed: 'The mission in which things are promised to it.' },
  },
});
