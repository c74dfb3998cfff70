import { FormattedList, FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import {
  MoreCommitmentsOfOrganisationDocument,
  type CommitmentsOfOrganisationFragment,
  type OrganisationPageQuery,
} from '../../../generated/graphql/pages/directory/organisation/organisation.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { Badge } from '../../../parts/badge.js';
import { PartyNames } from '../../../parts/promised-by.js';
import { PromiseText } from '../../../parts/promise-text.js';
import { SomeOf } from '../../../parts/some-of.js';
import { StateBadge } from '../../../parts/state-badge.js';
import { TermsLine } from '../../../parts/terms-line.js';

type Organisation = NonNullable<OrganisationPageQuery['organisation']>;
type Commitment = CommitmentsOfOrganisationFragment['nodes'][number];

const FEW = 5;
const TITLE_LENGTH = 240;

/** What it promised, and what was promised to it, in the order in which it was. */
export function CommitmentList({ organisation }: { readonly organisation: Organisation }) {
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
      {organisation.commitmentCounts.made > 0 && <Counts counts={organisation.commitmentCounts} />}
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

const ENDS = ['due', 'overdue', 'closed', 'released', 'withdrawn'] as const;

/** What became of all it promised: many promises changed or taken back are seen, though each was in good time. */
function Counts({ counts }: { readonly counts: Organisation['commitmentCounts'] }) {
  const intl = useIntl();
  const { made, kept, changed } = counts;
  const others = ENDS.filter((end) => counts[end] > 0).map((end) =>
    intl.formatMessage({ id: `organisation.counts.${end}` }, { count: counts[end] }),
  );
  return (
    <p>
      <strong>
        <FormattedMessage id="organisation.counts" values={{ made, kept }} />
      </strong>{' '}
      {others.length > 0 && (
        <FormattedMessage
          id="organisation.counts.others"
          values={{ others: <FormattedList type="unit" value={others} /> }}
        />
      )}{' '}
      {changed > 0 && <FormattedMessage id="organisation.counts.changed" values={{ count: changed }} />}
    </p>
  );
}

/** On which side it stands, and whether it agreed to. */
const STANDINGS = {
  PROMISOR: {
    ACCEPTED: 'organisation.promisor',
    PROPOSED: 'organisation.promisor.PROPOSED',
    DECLINED: 'organisation.promisor.DECLINED',
    RELEASED: 'organisation.promisor.RELEASED',
  },
  COUNTERPARTY: {
    ACCEPTED: 'organisation.counterparty',
    PROPOSED: 'organisation.counterparty.PROPOSED',
    DECLINED: 'organisation.counterparty.DECLINED',
    RELEASED: 'organisation.counterparty.RELEASED',
  },
} as const;

function CommitmentCard({ commitment, of }: { readonly commitment: Commitment; readonly of: string }) {
  const { id, description, mission, parties } = commitment;
  const own = parties.find(({ organisation }) => organisation?.id === of);
  const promised = own?.part !== 'COUNTERPARTY';
  const isBeside = (part: 'PROMISOR' | 'COUNTERPARTY') =>
    parties.some((each) => each.part === part && each.organisation?.id !== of);
  return (
    <>
      <h3 className="commitment-title">
        <Link href={`/commitments/${id}`}>
          <PromiseText text={description} most={TITLE_LENGTH} />
        </Link>
      </h3>
      <p className="row">
        <StateBadge state={commitment.state} />
        {own !== undefined && (
          <Badge>
            <FormattedMessage id={STANDINGS[own.part][own.state]} />
          </Badge>
        )}
        {mission !== null && <Link href={`/missions/${mission.id}`}>{mission.title}</Link>}
      </p>
      <p className="quiet">
        <TermsLine commitment={commitment} />
      </p>
      {promised && isBeside('COUNTERPARTY') && (
        <p>
          <FormattedMessage
            id="organisation.promisedTo"
            values={{ organisations: <PartyNames commitment={commitment} part="COUNTERPARTY" /> }}
          />
        </p>
      )}
      {isBeside('PROMISOR') && (
        <p>
          <FormattedMessage
            id={promised && own?.state === 'ACCEPTED' ? 'organisation.promisedWith' : 'organisation.promisedBy'}
            values={{ organisations: <PartyNames commitment={commitment} part="PROMISOR" but={of} /> }}
          />
        </p>
      )}
    </>
  );
}
