import { FormattedMessage, useIntl } from 'react-intl';
import { Day, RecordedOn } from '../../../i18n/format.js';
import { amountText, quantityText } from '../../../i18n/text.js';
import { LongText } from '../../../parts/long-text.js';
import { OrganisationLink, OrganisationLinks } from '../../../parts/named.js';
import { Reveal } from '../../../parts/reveal.js';
import { StateBadge } from '../../../parts/state-badge.js';
import type { CommitmentDetails } from './may.js';

export function Terms({ commitment }: { readonly commitment: CommitmentDetails }) {
  const { description, kind, dueOn, promisors, counterparties, standing, madeAt, madeBy, source } = commitment;
  return (
    <section aria-labelledby="terms">
      <h2 id="terms" className="visually-hidden">
        <FormattedMessage id="commitment.terms" />
      </h2>
      <div className="promise">
        <LongText text={description} most={600} />
      </div>
      {commitment.withdrawnAt !== null && (
        <div className="card">
          <p>
            <strong>
              <FormattedMessage
                id="commitment.withdrawn"
                values={{ day: <RecordedOn key="day" at={commitment.withdrawnAt} /> }}
              />
            </strong>
          </p>
          {commitment.withdrawalReason !== null && <LongText text={commitment.withdrawalReason} />}
        </div>
      )}
      <dl className="facts">
        <dt>
          <FormattedMessage id="commitment.standing" />
        </dt>
        <dd>
          <StateBadge state={standing.state} />
        </dd>
        <dt>
          <FormattedMessage id="commitment.delivered" />
        </dt>
        <dd>
          <Delivered commitment={commitment} />
        </dd>
        <dt>
          <FormattedMessage id="commitment.due" />
        </dt>
        <dd>{dueOn === null ? <FormattedMessage id="commitment.noDue" /> : <Day date={dueOn} />}</dd>
        <dt>
          <FormattedMessage id="commitment.kind" />
        </dt>
        <dd>
          <FormattedMessage id={`kind.${kind}`} />
        </dd>
        <dt>
          <FormattedMessage id="commitment.by" />
        </dt>
        <dd>
          <OrganisationLinks organisations={promisors} />
        </dd>
        <dt>
          <FormattedMessage id="commitment.to" />
        </dt>
        <dd>
          {counterparties.length === 0 ? (
            <FormattedMessage id="commitment.toMission" />
          ) : (
            <OrganisationLinks organisations={counterparties} />
          )}
        </dd>
        <dt>
          <FormattedMessage id="commitment.made" />
        </dt>
        <dd>
          <FormattedMessage
            id="commitment.madeBy"
            values={{
              day: <RecordedOn key="day" at={madeAt} />,
              organisation: <OrganisationLink key="by" organisation={madeBy} />,
            }}
          />
        </dd>
        {source !== null && (
          <>
            <dt>
              <FormattedMessage id="commitment.source" />
            </dt>
            <dd>
              <FormattedMessage id="commitment.sourceText" values={{ ...source }} />
            </dd>
          </>
        )}
      </dl>
      <EarlierTerms commitment={commitment} />
    </section>
  );
}

function Delivered({ commitment: { quantity, standing } }: { readonly commitment: CommitmentDetails }) {
  const intl = useIntl();
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
            <LongText text={before.description} />
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
