import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import {
  MoreCommitmentsOfOrganisationDocument,
  type CommitmentsOfOrganisationFragment,
  type OrganisationPageQuery,
} from '../../../generated/graphql/pages/directory/organisation/organisation.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { Badge } from '../../../parts/badge.js';
import { OrganisationLinks } from '../../../parts/named.js';
import { SomeOf } from '../../../parts/some-of.js';
import { StateBadge } from '../../../parts/state-badge.js';
import { TermsLine } from '../../../parts/terms-line.js';

type Commitment = CommitmentsOfOrganisationFragment['nodes'][number];

const FEW = 5;

/** What it promised, and what was promised to it, in the order in which it was. */
export function CommitmentList({
  organisation,
}: {
  readonly organisation: NonNullable<OrganisationPageQuery['organisation']>;
}) {
  const ask = useAsk();
  const { id } = organisation;
  const more = useMore(
    organisation.commitments,
    (each) => each.id,
    async (after) => (await ask(MoreCommitmentsOfOrganisationDocument, { id, after })).organisation?.commitments,
  );
  return (
    <section aria-labelledby="commitments">
      <h2 id="commitments">
        <FormattedMessage id="organisation.commitments" />
      </h2>
      {more.nodes.length === 0 && (
        <p className="quiet">
          <FormattedMessage id="list.none" />
        </p>
      )}
      <SomeOf items={more.nodes} few={FEW} more={more}>
        {(some) => (
          <ul className="stack">
            {some.map((commitment) => (
              <li key={commitment.id} className="card">
                <CommitmentCard commitment={commitment} of={id} />
              </li>
            ))}
          </ul>
        )}
      </SomeOf>
    </section>
  );
}

function CommitmentCard({ commitment, of }: { readonly commitment: Commitment; readonly of: string }) {
  const { id, description, mission, promisors, counterparties } = commitment;
  const promised = promisors.some((each) => each.id === of);
  const others = (promised ? counterparties : promisors).filter((each) => each.id !== of);
  const beside = promised ? promisors.filter((each) => each.id !== of) : [];
  return (
    <>
      <h3 className="commitment-title">
        <Link href={`/commitments/${id}`}>{description}</Link>
      </h3>
      <p className="row">
        <StateBadge state={commitment.state} />
        <Badge>
          <FormattedMessage id={promised ? 'organisation.promisor' : 'organisation.counterparty'} />
        </Badge>
        {mission !== null && <Link href={`/missions/${mission.id}`}>{mission.title}</Link>}
      </p>
      <p className="quiet">
        <TermsLine commitment={commitment} />
      </p>
      {others.length > 0 && (
        <p>
          <FormattedMessage
            id={promised ? 'organisation.promisedTo' : 'organisation.promisedBy'}
            values={{ organisations: <OrganisationLinks organisations={others} /> }}
          />
        </p>
      )}
      {beside.length > 0 && (
        <p>
          <FormattedMessage
            id="organisation.promisedWith"
            values={{ organisations: <OrganisationLinks organisations={beside} /> }}
          />
        </p>
      )}
    </>
  );
}
