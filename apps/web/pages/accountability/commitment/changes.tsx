import { lazy, Suspense } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AcceptCommitment } from '../../../generated/commands/AcceptCommitment.js';
import { DeclineCommitment } from '../../../generated/commands/DeclineCommitment.js';
import { DropAmendment } from '../../../generated/commands/DropAmendment.js';
import { ReleaseParty } from '../../../generated/commands/ReleaseParty.js';
import { Day } from '../../../i18n/format.js';
import { quantityText } from '../../../i18n/text.js';
import { Badge } from '../../../parts/badge.js';
import { ActForms } from '../../../parts/forms/act-forms.js';
import { LongText } from '../../../parts/long-text.js';
import { allowedOf, isAllowed } from '../../../parts/may.js';
import { OrganisationLink, OrganisationLinks } from '../../../parts/named.js';
import { promisedBy } from '../../../parts/promised-by.js';
import { Reveal } from '../../../parts/reveal.js';
import { useViewer } from '../../../shell/page.js';
import { Agreements } from './agreements.js';
import { AnswerForm } from './answer-form.js';
import { isAskedToChange, type CommitmentDetails, type PartProps } from './types.js';

// Fetched for whoever may change the promise, and for nobody else.
const ChangeForms = lazy(() => import('./change.js'));

/** What a change would take now, the one that waits for an answer, and what the reader may do about either. */
export function Changes({ commitment, recorded }: PartProps) {
  const { openAmendment, whatAChangeWouldNeed, may } = commitment;
  const changing = allowedOf(may, { AmendCommitment: true, WithdrawCommitment: true });
  const leaving = isAllowed(may, 'ReleaseParty');
  if (openAmendment === null && whatAChangeWouldNeed === null && changing.length === 0 && !leaving) return null;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">
        <FormattedMessage id="commitment.changes" />
      </h2>
      {openAmendment !== null && (
        <OpenChange key={openAmendment.version} commitment={commitment} change={openAmendment} recorded={recorded} />
      )}
      <WhatItTakes commitment={commitment} />
      {changing.length > 0 && (
        <Reveal label={<FormattedMessage id="commitment.change" />}>
          <Suspense fallback={null}>
            <ChangeForms commitment={commitment} recorded={recorded} />
          </Suspense>
        </Reveal>
      )}
      {leaving && <Leave commitment={commitment} recorded={recorded} />}
    </section>
  );
}

function WhatItTakes({
  commitment: { whatAChangeWouldNeed: needs, freeToChangeUntil },
}: Pick<PartProps, 'commitment'>) {
  if (needs === null) return null;
  const { inGoodTime, organisations, anyOneOf, nobodyToAgree } = needs;
  const alone = inGoodTime && organisations.length === 0;
  const together = inGoodTime && !alone && freeToChangeUntil !== null;
  return (
    <>
      {alone && freeToChangeUntil !== null && (
        <p>
          <FormattedMessage id="commitment.freeUntil" values={{ day: <Day date={freeToChangeUntil} /> }} />
        </p>
      )}
      {organisations.length > 0 && (
        <p>
          <FormattedMessage
            id={together ? 'change.together' : 'change.needsAll'}
            values={{
              organisations: <OrganisationLinks organisations={organisations} />,
              day: freeToChangeUntil === null ? '' : <Day date={freeToChangeUntil} />,
            }}
          />
        </p>
      )}
      {anyOneOf.length > 0 && (
        <p>
          <FormattedMessage
            id="change.needsOne"
            values={{ organisations: <OrganisationLinks organisations={anyOneOf} /> }}
          />
        </p>
      )}
      {nobodyToAgree && (
        <p>
          <FormattedMessage id="change.nobody" />
        </p>
      )}
    </>
  );
}

type Change = NonNullable<CommitmentDetails['openAmendment']>;

const ANSWERS = { AcceptCommitment, DeclineCommitment };

function OpenChange({ commitment, change, recorded }: PartProps & { readonly change: Change }) {
  const intl = useIntl();
  const own = useViewer()?.organisation?.id;
  const { id, may } = commitment;
  const { version, proposedBy, proposedOn, openUntil, reason, mustAccept, acceptedBy } = change;
  // Somebody asked about the promise itself answers that further up; this is about the change.
  const answers = isAskedToChange(change, own) ? allowedOf(may, ANSWERS) : [];
  return (
    <div className="card">
      <h3>
        <FormattedMessage id={change.takesBack ? 'change.openWithdrawal' : 'change.open'} />
      </h3>
      <p className="row">
        <Badge>
          <FormattedMessage id="state.PROPOSED" />
        </Badge>
        <span className="quiet">
          <FormattedMessage
            id="change.proposedBy"
            values={{
              organisation: <OrganisationLink organisation={proposedBy} />,
              day: <Day date={proposedOn} />,
              until: <Day date={openUntil} />,
            }}
          />
        </span>
      </p>
      {!change.takesBack && <NewTerms commitment={commitment} change={change} />}
      {reason !== null && (
        <p>
          <FormattedMessage id="commitment.reason" values={{ reason }} />
        </p>
      )}
      <Agreements mustAccept={mustAccept} acceptedBy={acceptedBy} open />
      {answers.length > 0 && (
        <div className="columns">
          {answers.map((name) => (
            <AnswerForm
              key={name}
              command={ANSWERS[name]}
              given={{ commitmentId: id, termsVersion: version }}
              label={intl.formatMessage({ id: `change.${name}` })}
              help={intl.formatMessage({ id: `change.${name}.text` })}
              recorded={recorded}
            />
          ))}
        </div>
      )}
      {isAllowed(may, 'DropAmendment') && (
        <Reveal level={4} label={<FormattedMessage id="command.DropAmendment" />}>
          <AnswerForm command={DropAmendment} given={{ commitmentId: id, termsVersion: version }} recorded={recorded} />
        </Reveal>
      )}
    </div>
  );
}

/** As a whole, for whoever accepts them accepts all of them. */
function NewTerms({
  commitment,
  change: { kind, description, quantity, dueOn, milestones },
}: Pick<PartProps, 'commitment'> & { readonly change: Change }) {
  const intl = useIntl();
  // Steps that the change leaves out are said so: a list that is shorter does not show by itself.
  const dropped = commitment.milestones.filter(({ key }) => milestones.every((each) => each.key !== key));
  return (
    <>
      {description !== null && <LongText text={description} />}
      <p className="row">
        {kind !== null && (
          <span>
            <FormattedMessage id={`kind.${kind}`} />
          </span>
        )}
        {quantity !== null && <strong>{quantityText(intl, quantity.amount, quantity.unit)}</strong>}
        {dueOn !== null && (
          <span>
            <FormattedMessage id="commitment.dueOn" values={{ day: <Day date={dueOn} /> }} />{' '}
            <Instead of={commitment.dueOn} now={dueOn} />
          </span>
        )}
      </p>
      {milestones.length + dropped.length > 0 && (
        <ul className="rows">
          {milestones.map((step) => (
            <Step key={step.key} step={step} before={commitment.milestones.find(({ key }) => key === step.key)} />
          ))}
          {dropped.map((step) => (
            <Step key={step.key} step={step} dropped />
          ))}
        </ul>
      )}
    </>
  );
}

/** @param step as the change has it, or as it stands where the change leaves it out. */
function Step({ step, dropped = false, before }: StepShown & { readonly dropped?: boolean }) {
  const words = step.what ?? <FormattedMessage id="promise.hidden" />;
  return (
    <li>
      <p className="row">
        {dropped ? <s>{words}</s> : <span>{words}</span>}
        <span className="quiet">
          {dropped ? <FormattedMessage id="change.stepDropped" /> : <StepDue step={step} before={before} />}
        </span>
      </p>
    </li>
  );
}

interface StepShown {
  readonly step: Change['milestones'][number];
  /** As it stands; of a new one, nothing. */
  readonly before?: CommitmentDetails['milestones'][number] | undefined;
}

function StepDue({ step: { dueOn }, before }: StepShown) {
  return (
    <>
      {dueOn !== null && <FormattedMessage id="commitment.dueOn" values={{ day: <Day date={dueOn} /> }} />}{' '}
      {before === undefined ? <FormattedMessage id="change.stepNew" /> : <Instead of={before.dueOn} now={dueOn} />}
    </>
  );
}

/** Said of a day that changes: by itself it does not show. */
function Instead({ of, now }: { readonly of: string | null; readonly now: string | null }) {
  if (of === null || of === now) return null;
  return <FormattedMessage id="change.insteadOf" values={{ day: <Day date={of} /> }} />;
}

function Leave({ commitment, recorded }: PartProps) {
  const intl = useIntl();
  const about = intl.formatList(promisedBy(commitment).map(({ name }) => name));
  return <ActForms acts={[ReleaseParty]} on={{ commitmentId: commitment.id }} about={about} recorded={recorded} />;
}
