import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Day, RecordedOn } from '../../../i18n/format.js';
import { amountText, quantityText } from '../../../i18n/text.js';
import { LongText } from '../../../parts/long-text.js';
import { OrganisationLink } from '../../../parts/named.js';
import { namesAny, PartyNames, Promisors } from '../../../parts/promised-by.js';
import { Reveal } from '../../../parts/reveal.js';
import { StateBadge } from '../../../parts/state-badge.js';
import { Unverified } from '../../../parts/unverified.js';
import type { CommitmentDetails } from './types.js';

export function Terms({ commitment }: { readonly commitment: CommitmentDetails }) {
  return (
    <section aria-labelledby="terms">
      <h2 id="terms" className="visually-hidden">
        <FormattedMessage id="commitment.terms" />
      </h2>
      <div className="promise">
        {commitment.description === null ? (
          <p className="quiet">
            <FormattedMessage id="promise.hidden" />
          </p>
        ) : (
          <LongText text={commitment.description} most={600} />
        )}
      </div>
      <Withdrawn commitment={commitment} />
      <Facts commitment={commitment} />
      <EarlierTerms commitment={commitment} />
    </section>
  );
}

function Withdrawn({ commitment: { withdrawnAt, withdrawalReason } }: { readonly commitment: CommitmentDetails }) {
  if (withdrawnAt === null) return null;
  return (
    <div className="card">
      <p>
        <strong>
          <FormattedMessage id="commitment.withdrawn" values={{ day: <RecordedOn key="day" at={withdrawnAt} /> }} />
        </strong>
      </p>
      {withdrawalReason !== null && <LongText text={withdrawalReason} />}
    </div>
  );
}

function Facts({ commitment }: { readonly commitment: CommitmentDetails }) {
  const { kind, dueOn, dueOnAgreed, standing, madeAt, madeBy, source } = commitment;
  const proposed = standing.state === 'PROPOSED';
  return (
    <dl className="facts">
      <Fact name="standing">
        <StateBadge state={standing.state} />
      </Fact>
      <Fact name="delivered">
        <Delivered commitment={commitment} />
      </Fact>
      <Fact name="due">{dueOn === null ? <FormattedMessage id="commitment.noDue" /> : <Day date={dueOn} />}</Fact>
      {dueOnAgreed !== null && dueOnAgreed !== dueOn && (
        <Fact name="agreedDue">
          <Day date={dueOnAgreed} />
        </Fact>
      )}
      <Fact name="kind">
        <FormattedMessage id={`kind.${kind}`} />
      </Fact>
      <Fact name={proposed ? 'proposedTo' : 'by'}>
        <Promisors commitment={commitment} proposed={proposed} />
      </Fact>
      <Fact name="to">
        {namesAny(commitment, 'COUNTERPARTY') ? (
          <PartyNames commitment={commitment} part="COUNTERPARTY" />
        ) : (
          <FormattedMessage id="commitment.toMission" />
        )}
      </Fact>
      <Fact name="made">
        <FormattedMessage
          id="commitment.madeBy"
          values={{
            day: <RecordedOn key="day" at={madeAt} />,
            organisation: <OrganisationLink key="by" organisation={madeBy} />,
          }}
        />
      </Fact>
      {source !== null && (
        <Fact name="source">
          <FormattedMessage id="commitment.sourceText" values={{ dataset: source.dataset, record: source.record }} />
          <span className="quiet">
            <Unverified source={source} />
          </span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({
  name,
  children,
}: {
  readonly name:
    'standing' | 'delivered' | 'due' | 'agreedDue' | 'kind' | 'by' | 'proposedTo' | 'to' | 'made' | 'source';
  readonly children: ReactNode;
}) {
  return (
    <>
      <dt>
        <FormattedMessage id={`commitment.${name}`} />
      </dt>
      <dd>{children}</dd>
    </>
  );
}

function Delivered({ commitment: { quantity, standing, milestones } }: { readonly commitment: CommitmentDetails }) {
  const intl = useIntl();
  if (milestones.length > 0) {
    const reached = milestones.filter((step) => step.reached).length;
    return <FormattedMessage id="commitment.reachedOf" values={{ reached, count: milestones.length }} />;
  }
  if (quantity === null) return <FormattedMessage id="commitment.noQuantity" />;
  const promised = quantityText(intl, quantity.amount, quantity.unit);
  const delivered = amountText(intl, standing.delivered?.amount ?? '0', quantity.unit);
  return <FormattedMessage id="commitment.deliveredOf" values={{ delivered, promised }} />;
}

function EarlierTerms({ commitment: { terms } }: { readonly commitment: CommitmentDetails }) {
  const intl = useIntl();
  // Each but the present ones, with who replaced them and why.
  const earlier = terms.slice(0, -1).map((before, index) => ({ before, next: terms[index + 1] }));
  if (earlier.length === 0) return null;
  return (
    <Reveal label={<FormattedMessage id="commitment.earlier" values={{ count: earlier.length }} />}>
      <p className="quiet">
        <FormattedMessage id="commitment.earlierText" />
      </p>
      <ol className="rows">
        {earlier.map(({ before, next }) => (
          <li key={before.position}>
            {before.description !== null && <LongText text={before.description} />}
            <p className="row quiet">
              {before.quantity !== null && (
                <span>{quantityText(intl, before.quantity.amount, before.quantity.unit)}</span>
              )}
              <span>
                {before.dueOn === null ? (
                  <FormattedMessage id="commitment.noDue" />
                ) : (
                  <FormattedMessage id="commitment.dueOn" values={{ day: <Day key="due" date={before.dueOn} /> }} />
                )}
              </span>
            </p>
            {next !== undefined && (
              <>
                <p className="quiet">
                  <FormattedMessage
                    id="commitment.replaced"
                    values={{
                      day: <RecordedOn key="day" at={next.recordedAt} />,
                      organisation: <OrganisationLink key="by" organisation={next.recordedBy} />,
                    }}
                  />
                </p>
                {next.reason !== null && (
                  <p>
                    <FormattedMessage id="commitment.reason" values={{ reason: next.reason }} />
                  </p>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
    </Reveal>
  );
}
