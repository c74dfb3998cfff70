import { Field, ObjectType } from '@nestjs/graphql';
import { z } from 'zod';
import type { Slice } from '@maillage/engine';
import { evidenceItems } from '@maillage/evidence';
import { calendarDate, commands, decider, events, ref, type EventOf } from '@maillage/kernel';

// A slice that nothing else knows of: what it declares with its events is all that commons have to go by.

const ofMission = { missionId: ref('Mission'), on: calendarDate };

const assemblyEvents = events({
  HearingCalled: {
    says: 'A member called a hearing, which the backbones are to hold within the days it gives.',
    data: z.strictObject({ ...ofMission, days: z.int(), invitation: z.strictObject({ evidence: evidenceItems }) }),
    mission: 'missionId',
    asks: { kind: 'HEARING', of: { role: 'BACKBONE' }, days: 'days', ends: ['HearingHeld'] },
  },
  HearingHeld: {
    says: 'It was held, and whoever is named is to say what follows from it.',
    data: z.strictObject({ ...ofMission, speakerId: ref('Organisation') }),
    mission: 'missionId',
    asks: { kind: 'CONCLUSION', of: 'speakerId', days: 14, ends: ['ConclusionDrawn'] },
  },
  ConclusionDrawn: {
    says: 'The speaker said what follows.',
    data: z.strictObject(ofMission),
    mission: 'missionId',
  },
  LetterSent: {
    says: 'Somebody wrote to several members, each of whom is to answer.',
    data: z.strictObject({ ...ofMission, toIds: z.array(ref('Organisation')), days: z.int() }),
    mission: 'missionId',
    asks: { kind: 'REPLY', of: 'toIds', days: ({ days }) => days, ends: ['LetterAnswered'] },
  },
  LetterAnswered: { says: 'One of them answered.', data: z.strictObject(ofMission), mission: 'missionId' },
  VoiceRaised: {
    says: 'A resident spoke, through whoever lends a way into the log.',
    data: z.strictObject(ofMission),
    mission: 'missionId',
    authorship: 'RESIDENT',
  },
});
type AssemblyEvent = EventOf<typeof assemblyEvents>;

const assemblyCommands = commands({
  Tell: {
    seat: 'WRITER',
    for: 'Whoever has something to tell.',
    data: z.strictObject({ type: z.string(), data: z.unknown() }),
    refusals: [],
  },
});

const assemblyDecider = decider<object, typeof assemblyCommands, typeof assemblyEvents>({
  name: 'assembly',
  commands: assemblyCommands,
  events: assemblyEvents,
  initial: {},
  rules: { Tell: { decide: ({ data }) => [data as AssemblyEvent] } },
  evolve: (state) => state,
});

@ObjectType({ description: 'A notice on the desk.' })
class Notice {
  @Field({ description: 'What it says.' })
  text!: string;
}

export const assembly: Slice = {
  name: 'assembly',
  deciders: [assemblyDecider],
  views: [],
  queries: [],
  resolvers: [],
  desk: [
    {
      name: 'notices',
      says: 'What the assembly has to say to everybody.',
      of: { entries: Notice },
      load: ({ organisationId }) => Promise.resolve([{ text: `Welcome, ${organisationId}.` }]),
    },
  ],
};
