import { MoreMembersToChooseDocument, type MembersToChooseFragment } from '../generated/graphql/parts/members.js';
import { useMore, type More } from '../shell/graphql/use-more.js';
import { useAsk } from '../shell/graphql/use-page.js';
import type { Named } from './named.js';

type Member = MembersToChooseFragment['nodes'][number];

const NOBODY: MembersToChooseFragment = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** Members to choose from: as many as were asked for, and the list that goes on. */
export interface MembersToChoose {
  readonly members: readonly Named[];
  readonly more: Omit<More<unknown>, 'nodes'>;
}

/** @param mission with its first members; undefined where it is not known, and nobody is. */
export function useMembers(
  mission: { readonly id: string; readonly members: MembersToChooseFragment } | undefined,
): MembersToChoose {
  const ask = useAsk();
  const { nodes, ...more } = useMore<Member>(mission?.members ?? NOBODY, keyOf, async (after) =>
    mission === undefined
      ? undefined
      : (await ask(MoreMembersToChooseDocument, { missionId: mission.id, after })).mission?.members,
  );
  return { members: nodes.flatMap(({ organisation }) => organisation ?? []), more };
}

function keyOf({ organisation }: Member): string {
  return organisation?.id ?? '';
}
