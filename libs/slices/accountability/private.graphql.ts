import type { Asked, EdgeOf, GraphqlContext } from '@maillage/engine';
import type { Row } from '@maillage/kernel';
import { disclosed } from '@maillage/evidence';
import { isMemberOfMission } from '@maillage/missions';
import { commitmentById } from './commitment/queries.js';

interface SaidOptions<Of extends Row> {
  readonly says: string;
  /** Of the plain text. */
  readonly column: keyof NoInfer<Of> & string;
  /** Where it need not be given. */
  readonly nullable?: boolean;
  /** Who said it, by its id. */
  readonly by: (asked: Asked<Of>) => string | Promise<string | undefined>;
}

/** What an organisation said of a commitment, as a field: shown to anybody, unless the mission keeps such texts private. */
export function textSaid<Of extends Row & { readonly commitment_id: string }>(options: SaidOptions<Of>): EdgeOf<Of> {
  const { by, ...text } = options;
  return disclosed<Of>({
    ...text,
    mayRead: async (asked) => mayRead(asked.context, asked.row.commitment_id, await by(asked)),
  });
}

/** Who recorded it, the parties to the commitment, and those who take part in its mission now, in whatever role. */
async function mayRead(
  { principal, loaders }: GraphqlContext,
  commitmentId: string,
  authorId: string | undefined,
): Promise<boolean> {
  if (principal?.scopes.includes('read') !== true) return false;
  const { organisation } = principal;
  if (organisation === authorId) return true;
  const commitment = await loaders.load(commitmentById, commitmentId, null);
  if (commitment === undefined) return false;
  const { promisor_ids, counterparty_ids, mission_id } = commitment;
  if ([...promisor_ids, ...counterparty_ids].includes(organisation)) return true;
  return loaders.load(isMemberOfMission, mission_id, { organisationId: organisation });
}
