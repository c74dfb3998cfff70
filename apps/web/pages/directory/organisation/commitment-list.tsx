import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import {
  MoreCommitmentsOfOrganisationDocument,
  type CommitmentsOfOrganisationFragment,
  type OrganisationPageQuery,
} from '../../../generated/operations.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { Day, Quantity } from '../../../i18n/format.js';
import { Badge } from '../../../parts/badge.js';
import { OrganisationLinks } from '../../../parts/named.js';
import { SomeOf } from '../../../parts/some-of.js';
import { StateBadge } from '../../../parts/state-badge.js';

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
        <Terms commitment={commitment} />
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

/** What is promised and by when, and what of it has come. */
export function Terms({
  commitment: { kind, quantity, delivered, dueOn },
}: {
  readonly commitment: Pick<Commitment, 'kind' | 'quantity' | 'delivered' | 'dueOn'>;
}) {
  return (
    <>
      <FormattedMessage id={`kind.${kind}`} />
      {' · '}
      {quantity === null ? (
        <FormattedMessage id="promise.unquantified" />
      ) : (
        <FormattedMessage
          id="promise.delivered"
          values={{
            promised: <Quantity {...quantity} />,
            delivered: <Quantity amount={delivered?.amount ?? '0'} unit={quantity.unit} />,
          }}
        />
      )}
      {' · '}
      {dueOn === null ? (
        <FormattedMessage id="promise.noDueDate" />
      ) : (
        <FormattedMessage id="promise.dueOn" values={{ on: <Day date={dueOn} /> }} />
      )}
    </>
  );
}
