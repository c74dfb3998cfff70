import type { Asked, EdgeOf, GraphqlContext } from '@maillage/engine';
import type { Row } from '@maillage/kernel';
import { disclosed, evidenceFiles, type HeldEvidence } from '@maillage/evidence';
import { isInCircleOfCommitment } from './commitment/queries.js';

interface SaidOptions<Of extends Row> {
  readonly says: string;
  /** Of the plain text. */
  readonly column: keyof NoInfer<Of> & string;
  /** Where it need not be given. */
  readonly nullable?: boolean;
  /** Who said it, by its id. */
  readonly by: (asked: Asked<Of>) => string | Promise<string | undefined>;
  /** Whether it is a proposal's, which is not shown to whoever asks. */
  readonly withheld?: (asked: Asked<Of>) => Promise<boolean>;
}

/** What an organisation said of a commitment, as a field: shown to anybody, unless the mission keeps such texts private. */
export function textSaid<Of extends Row & { readonly commitment_id: string }>(options: SaidOptions<Of>): EdgeOf<Of> {
  const { by, ...text } = options;
  return disclosed<Of>({
    ...text,
    mayRead: async (asked) => mayRead(asked.context, asked.row.commitment_id, await by(asked)),
  });
}

/** What an organisation showed of a commitment, as a field: given to anybody, unless the mission keeps its files private. */
export function filesShown<
  Of extends Row & { readonly commitment_id: string; readonly evidence_links: readonly HeldEvidence[] },
>({ by, ...files }: Pick<SaidOptions<Of>, 'says' | 'by' | 'withheld'>): EdgeOf<Of> {
  return evidenceFiles<Of>({
    ...files,
    column: 'evidence_links',
    mayRead: async (asked) => mayRead(asked.context, asked.row.commitment_id, await by(asked)),
  });
}

/** Who recorded it, the parties to the commitment, and those who take part in its mission now by an invitation. */
async function mayRead(
  { principal, loaders }: GraphqlContext,
  commitmentId: string,
  authorId: string | undefined,
): Promise<boolean> {
  if (principal?.scopes.includes('read') !== true) return false;
  const { organisation } = principal;
  return (
    organisation === authorId || loaders.load(isInCircleOfCommitment, commitmentId, { organisationId: organisation })
  );
}
