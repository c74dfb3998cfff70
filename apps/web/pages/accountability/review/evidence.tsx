import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type {
  EvidenceToReadFragment,
  ReviewPageQuery,
} from '../../../generated/graphql/pages/accountability/review/review.js';
import { MoreEvidenceToReadDocument } from '../../../generated/graphql/pages/accountability/review/review.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { Day, Quantity } from '../../../i18n/format.js';
import { AttestedLine } from '../../../parts/attested.js';
import { EvidenceList } from '../../../parts/evidence.js';
import { MoreButton } from '../../../parts/more-button.js';
import { Reveal } from '../../../parts/reveal.js';
import { StateBadge } from '../../../parts/state-badge.js';
import { OrganisationLink } from '../../../parts/named.js';
import { namesAny, PartyNames } from '../../../parts/promised-by.js';
import { Said } from '../../../parts/said.js';

type Commitment = NonNullable<ReviewPageQuery['commitment']>;
type Contribution = EvidenceToReadFragment['nodes'][number];

/** What there is to judge by, and nothing of what others made of it. Headings from level 3. */
export function Evidence({ commitment }: { readonly commitment: Commitment }) {
  const ask = useAsk();
  const more = useMore(
    commitment.contributions,
    (each) => each.id,
    async (after) =>
      (await ask(MoreEvidenceToReadDocument, { commitmentId: commitment.id, after })).commitment?.contributions,
  );
  return (
    <>
      <Promised commitment={commitment} />
      <h3>
        <FormattedMessage id="reviewForm.given" />
      </h3>
      {more.nodes.length === 0 && (
        <p className="quiet">
          <FormattedMessage id="reviewForm.nothingGiven" />
        </p>
      )}
      <div className="stack">
        {more.nodes.map((contribution) => (
          <Given key={contribution.id} contribution={contribution} />
        ))}
      </div>
      <MoreButton more={more} />
    </>
  );
}

function Promised({ commitment }: { readonly commitment: Commitment }) {
  const { description, kind, quantity, delivered, dueOn, state, terms } = commitment;
  return (
    <>
      <h3>
        <FormattedMessage id="reviewForm.promised" />
      </h3>
      <blockquote>{description}</blockquote>
      <dl className="facts">
        <Fact label="promisedBy">
          <PartyNames commitment={commitment} part="PROMISOR" />
        </Fact>
        {namesAny(commitment, 'COUNTERPARTY') && (
          <Fact label="promisedTo">
            <PartyNames commitment={commitment} part="COUNTERPARTY" />
          </Fact>
        )}
        <Fact label="what">
          <FormattedMessage id={`kind.${kind}`} />
          {quantity !== null && (
            <>
              {' · '}
              <Quantity {...quantity} />
            </>
          )}
        </Fact>
        {quantity !== null && (
          <Fact label="delivered">
            <Quantity amount={delivered?.amount ?? '0'} unit={quantity.unit} />
          </Fact>
        )}
        <Fact label="due">{dueOn === null ? <FormattedMessage id="promise.noDueDate" /> : <Day date={dueOn} />}</Fact>
        <Fact label="state">
          <StateBadge state={state} />
          {commitment.withdrawalReason !== null && <> {commitment.withdrawalReason}</>}
        </Fact>
      </dl>
      {terms.length > 1 && (
        <Reveal level={4} label={<FormattedMessage id="reviewForm.terms" values={{ count: terms.length }} />}>
          <ol>
            {terms.map((each) => (
              <li key={each.recordedAt}>
                <Day date={each.recordedAt.slice(0, 10)} />
                {': '}
                {each.description}
                {each.quantity !== null && (
                  <>
                    {' · '}
                    <Quantity {...each.quantity} />
                  </>
                )}
                {each.dueOn !== null && (
                  <>
                    {' · '}
                    <FormattedMessage id="promise.dueOn" values={{ on: <Day date={each.dueOn} /> }} />
                  </>
                )}
                {each.reason !== null && <blockquote>{each.reason}</blockquote>}
              </li>
            ))}
          </ol>
        </Reveal>
      )}
    </>
  );
}

function Fact({
  label,
  children,
}: {
  readonly label: 'promisedBy' | 'promisedTo' | 'what' | 'delivered' | 'due' | 'state';
  readonly children: ReactNode;
}) {
  return (
    <>
      <dt>
        <FormattedMessage id={`reviewForm.fact.${label}`} />
      </dt>
      <dd>{children}</dd>
    </>
  );
}

function Given({ contribution }: { readonly contribution: Contribution }) {
  const { contributor, quantity, kind, period, evidence, disputed, description, statements } = contribution;
  return (
    <article className="card to-judge" id={`contribution-${contribution.id}`}>
      <h4>
        {quantity === null ? <FormattedMessage id={`kind.${kind}`} /> : <Quantity {...quantity} />}
        {' · '}
        <OrganisationLink organisation={contributor} />
      </h4>
      <p className="row">
        <AttestedLine evidence={evidence} disputed={disputed} period={period} />
      </p>
      {description !== null && <p className="words">{description}</p>}
      <Said said={contribution.note} />
      <EvidenceList links={contribution.evidenceLinks} files={contribution.evidenceFiles} />
      {statements.length > 0 && (
        <>
          <h5>
            <FormattedMessage id="reviewForm.statements" />
          </h5>
          <ul>
            {statements.map((each, index) => (
              <li key={index}>
                <OrganisationLink organisation={each.organisation} /> <FormattedMessage id={`act.${each.act}`} />
                {' · '}
                <Day date={each.recordedAt.slice(0, 10)} />
                <Said said={each.text} />
                <EvidenceList links={each.evidenceLinks} files={each.evidenceFiles} />
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
