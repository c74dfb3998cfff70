import { describe, it, expect } from '@jest/globals';
import { IdError, newId, toGlobalId, type Recording } from '@maillage/engine';
import type { CommandType } from '@maillage/kernel';
import { recorded } from '../../../test/harness/definitions.js';
import { id } from '../../../test/harness/given.js';
import { indicatorCommands } from './indicator/commands.js';
import { indicatorMutations, measurementMutations } from './indicator/graphql.js';
import { missionCommands } from './mission/commands.js';
import { missionMutations } from './mission/graphql.js';

const COMMAND = id(1);
const MISSION = id(100);
const INDICATOR = id(200);
const MEASUREMENT = id(300);
const TENANTS = id(3);

const mission = toGlobalId('Mission', MISSION);
const indicator = toGlobalId('Indicator', INDICATOR);
const organisation = toGlobalId('Organisation', TENANTS);

const terms = {
  commandId: COMMAND,
  title: 'Logement digne',
  challenge: 'Every household in Rennes lives in a decent dwelling by 2030.',
  hashtag: '#logement-digne',
  places: [{ name: 'Rennes', country: 'FR' }],
  openInvitation: false,
};
/** What the mutation hands to the recorder, if the decider's own schema takes it. */
async function sent(mutation: string, input: object): Promise<Recording> {
  const resolvers = [missionMutations, indicatorMutations, measurementMutations].flatMap((each) => each.resolvers);
  const recording = await recorded({ resolvers }, mutation, input);
  const commands: Readonly<Record<string, CommandType>> = { ...missionCommands, ...indicatorCommands };
  commands[recording.type]?.data.parse(recording.data);
  return recording;
}

describe('A mutation of missions', () => {
  it('declares under an id that a retry gives again', async () => {
    const { commandId: _, ...data } = terms;
    expect(await sent('declareMission', { ...terms, endsOn: null })).toEqual({
      type: 'DeclareMission',
      id: newId(COMMAND),
      commandId: COMMAND,
      data,
    });
  });

  it('addresses the mission, and says nothing of its address in the data', async () => {
    const { commandId: _, ...data } = terms;
    expect(await sent('reviseMission', { ...terms, missionId: mission, reason: 'Clearer.' })).toEqual({
      type: 'ReviseMission',
      id: MISSION,
      idField: 'missionId',
      commandId: COMMAND,
      data: { ...data, reason: 'Clearer.' },
    });
    const leave = { commandId: COMMAND, missionId: mission };
    expect(await sent('leaveMission', leave)).toMatchObject({ id: MISSION, data: {} });
  });

  it('invites and takes back by the organisation’s own id, and joins for nobody else', async () => {
    const given = { commandId: COMMAND, missionId: mission, organisationId: organisation, role: 'MEMBER' };
    const data = { organisationId: TENANTS, role: 'MEMBER' };
    for (const [type, field] of [
      ['InviteOrganisation', 'inviteOrganisation'],
      ['WithdrawInvitation', 'withdrawInvitation'],
    ] as const) {
      expect(await sent(field, given)).toMatchObject({ type, id: MISSION, data });
    }
    const joining = { commandId: COMMAND, missionId: mission, role: 'MEMBER' };
    expect((await sent('joinMission', joining)).data).toEqual({ role: 'MEMBER' });
  });

  it('tells what a revision clears from what it leaves as it is', async () => {
    const given = { commandId: COMMAND, missionId: mission, reason: 'Open-ended.' };
    const { data } = await sent('reviseMission', { ...given, endsOn: null, sdgs: null, title: null });
    expect(data).toEqual({ reason: 'Open-ended.', endsOn: null, sdgs: null });
  });

  it('takes no id of another type', async () => {
    const wrong = sent('leaveMission', { commandId: COMMAND, missionId: organisation });
    await expect(wrong).rejects.toThrow(IdError);
  });
});

describe('A mutation of indicators', () => {
  it('defines one of a mission', async () => {
    const input = {
      commandId: COMMAND,
      missionId: mission,
      name: 'Dwellings renovated',
      unit: 'dwelling',
      direction: 'INCREASE',
      baseline: { value: '0', on: null },
      targets: [{ value: '500', dueOn: '2030-12-31' }],
    };
    expect(await sent('defineIndicator', input)).toMatchObject({
      type: 'DefineIndicator',
      id: newId(COMMAND),
      data: { missionId: MISSION, baseline: { value: '0' }, targets: [{ value: '500', dueOn: '2030-12-31' }] },
    });
  });

  it('revises its target', async () => {
    const input = { commandId: COMMAND, indicatorId: indicator, target: { value: '400' }, reason: 'Recounted.' };
    expect(await sent('reviseIndicatorTarget', input)).toMatchObject({
      id: INDICATOR,
      data: { target: { value: '400' }, reason: 'Recounted.' },
    });
  });
});

describe('A mutation of measurements', () => {
  const says = { commandId: COMMAND, value: '12', date: '2026-03-01' };

  it('records under the indicator', async () => {
    const input = { ...says, indicatorId: indicator, measurementId: MEASUREMENT };
    expect(await sent('recordMeasurement', input)).toEqual({
      type: 'RecordMeasurement',
      id: INDICATOR,
      idField: 'indicatorId',
      commandId: COMMAND,
      data: { value: '12', date: '2026-03-01', measurementId: MEASUREMENT },
    });
  });

  it('corrects by the id that names the indicator too', async () => {
    const measurementId = toGlobalId('Measurement', `${INDICATOR}/${MEASUREMENT}`);
    expect(await sent('correctMeasurement', { ...says, measurementId, reason: 'Recounted.' })).toMatchObject({
      type: 'CorrectMeasurement',
      id: INDICATOR,
      data: { measurementId: MEASUREMENT, reason: 'Recounted.' },
    });
    const half = { ...says, measurementId: toGlobalId('Measurement', INDICATOR), reason: 'Recounted.' };
    await expect(sent('correctMeasurement', half)).rejects.toThrow(IdError);
  });
});
