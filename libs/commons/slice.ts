import type { Slice } from '@maillage/engine';
import type { EventTypes } from '@maillage/kernel';
import { AwaitedResolver, awaitedOnDesk } from './awaited/graphql.js';
import { awaitedOfOrganisation } from './awaited/queries.js';
import { awaitedOf } from './awaited/view.js';
import { DeskResolver, deskResolver } from './desk/graphql.js';
import { streamsReferringTo, unreferencedBytes, usesOfFile } from './evidence-references/queries.js';
import { evidenceReferencesOf } from './evidence-references/view.js';
import { sharedMember } from './participants/queries.js';
import { participantsOf } from './participants/view.js';
import { MissionTimelineResolver, timelineEntryResolver } from './timeline/graphql.js';
import { timelineOfMission, timelineSince } from './timeline/queries.js';
import { TimelineSubscription } from './timeline/subscription.js';
import { timelineOf } from './timeline/view.js';

/** What is built from all slices by what their events declare. It has no events of its own, and names none of theirs. */
export function commons(slices: readonly Slice[]): Slice {
  const deciders = slices.flatMap((slice) => slice.deciders);
  const types: EventTypes = Object.fromEntries(deciders.flatMap(({ events }) => Object.entries(events)));
  return {
    name: 'commons',
    deciders: [],
    views: [timelineOf(types), participantsOf(types), evidenceReferencesOf(types), awaitedOf(types)],
    queries: [
      timelineOfMission,
      timelineSince,
      sharedMember,
      streamsReferringTo,
      unreferencedBytes,
      usesOfFile,
      awaitedOfOrganisation,
    ],
    desk: [awaitedOnDesk],
    resolvers: [
      MissionTimelineResolver,
      timelineEntryResolver(slices),
      TimelineSubscription,
      DeskResolver,
      deskResolver([...slices.flatMap(({ desk = [] }) => desk), awaitedOnDesk]),
      AwaitedResolver,
    ],
  };
}
