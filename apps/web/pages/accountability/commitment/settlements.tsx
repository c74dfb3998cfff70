import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AcceptSettlement } from '../../../generated/commands/AcceptSettlement.js';
import { DeclineSettlement } from '../../../generated/commands/DeclineSettlement.js';
import { DropSettlement } from '../../../generated/commands/DropSettlement.js';
import { ProposeSettlement } from '../../../generated/commands/ProposeSettlement.js';
import type { SettlementOutcome } from '../../../generated/graphql/schema.js';
import { Day } from '../../../i18n/format.js';
import { Button } from '../../../parts/button.js';
import { ActForms } from '../../../parts/forms/act-forms.js';
import { allowedOf, isAllowed } from '../../../parts/may.js';
import { OrganisationLink } from '../../../parts/named.js';
import { Said } from '../../../parts/said.js';
import { Agreements } from './agreements.js';
import { AnswerForm } from './answer-form.js';
import type { CommitmentDetails, PartProps } from './types.js';

type Settlement = CommitmentDetails['settlements'][number];

/** Once it was due: more time, or to leave it at that; what was proposed, and who agreed. */
export function Settlements({ commitment, recorded }: PartProps) {
  const { settlements, may } = commitment;
  const proposing = isAllowed(may, 'ProposeSettlement');
  if (settlements.length === 0 && !proposing) return null;
  return (
    <section aria-labelledby="settlements">
      <h2 id="settlements">
        <FormattedMessage id="commitment.settlements" />
      </h2>
      {proposing && <Propose commitment={commitment} recorded={recorded} />}
      {settlements.length > 0 && (
        <ol className="stack">
          {settlements.map((settlement) => (
            <li key={settlement.id} className="card">
              <OneSettlement commitment={commitment} settlement={settlement} recorded={recorded} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const OUTCOMES = ProposeSettlement.fields.outcome.values;

/** Two buttons, each with what it asks for. */
function Propose({ commitment: { id, settlements }, recorded }: PartProps) {
  const intl = useIntl();
  const [open, setOpen] = useState<SettlementOutcome>();
  return (
    <>
      <p>
        <FormattedMessage id="settlement.text" />
      </p>
      <div className="actions">
        {OUTCOMES.map((outcome) => (
          <Button
            key={outcome}
            aria-expanded={open === outcome}
            onPress={() => {
              setOpen(open === outcome ? undefined : outcome);
            }}
          >
            <FormattedMessage id={`settlement.${outcome}`} />
          </Button>
        ))}
      </div>
      {open !== undefined && (
        <AnswerForm
          // Anew once one was proposed.
          key={`${open} ${settlements.length}`}
          command={ProposeSettlement}
          given={{ commitmentId: id, outcome: open, ...(open === 'CLOSED_AS_IS' && { dueOn: '' }) }}
          label={intl.formatMessage({ id: `settlement.${open}` })}
          help={intl.formatMessage({ id: `settlement.${open}.text` })}
          required={open === 'EXTENDED' ? ['dueOn'] : []}
          recorded={recorded}
        />
      )}
    </>
  );
}

const ANSWERS = { AcceptSettlement, DeclineSettlement, DropSettlement };

function OneSettlement({ commitment, settlement, recorded }: PartProps & { readonly settlement: Settlement }) {
  const intl = useIntl();
  const { outcome, dueOn, proposedBy, proposedOn, reason, mustAccept, acceptedBy, declineReason } = settlement;
  const title = intl.formatMessage({ id: `settlement.${outcome}` });
  const acts = allowedOf(settlement.may, ANSWERS).map((name) => ANSWERS[name]);
  return (
    <>
      <h3>
        {dueOn === null ? (
          title
        ) : (
          <FormattedMessage id="settlement.until" values={{ outcome: title, day: <Day date={dueOn} /> }} />
        )}
      </h3>
      <p>
        <Standing settlement={settlement} on={commitment.standing.on} />
      </p>
      <p className="quiet">
        <FormattedMessage
          id="settlement.proposedBy"
          values={{ organisation: <OrganisationLink organisation={proposedBy} />, day: <Day date={proposedOn} /> }}
        />
      </p>
      <p>
        <FormattedMessage id="commitment.reason" values={{ reason }} />
      </p>
      <Agreements
        mustAccept={mustAccept}
        acceptedBy={acceptedBy}
        open={standingOf(settlement, commitment.standing.on) === 'open'}
      />
      <Said said={declineReason} />
      <ActForms acts={acts} on={{ settlementId: settlement.id }} about={title} recorded={recorded} />
    </>
  );
}

function standingOf({ ended, agreedFrom, answeredUntil }: Settlement, on: string) {
  if (ended !== null) return ended;
  if (agreedFrom !== null && agreedFrom <= on) return 'agreed';
  return on <= answeredUntil ? 'open' : 'unanswered';
}

/** Where it stands on the day that the page is of. */
function Standing({ settlement, on }: { readonly settlement: Settlement; readonly on: string }) {
  const { agreedFrom, agreedBySilence, answeredUntil, backboneUntil, declinedBy } = settlement;
  const standing = standingOf(settlement, on);
  switch (standing) {
    case 'DECLINED':
      return (
        <FormattedMessage
          id="settlement.declined"
          values={{ organisation: <OrganisationLink organisation={declinedBy} /> }}
        />
      );
    case 'DROPPED':
      return <FormattedMessage id="settlement.dropped" />;
    case 'agreed':
      return <FormattedMessage id="settlement.agreed" values={{ day: <Day date={agreedFrom ?? on} /> }} />;
    case 'open':
      return (
        <FormattedMessage
          id={agreedBySilence ? 'settlement.openSilent' : 'settlement.openUntil'}
          values={{ day: <Day date={answeredUntil} /> }}
        />
      );
    case 'unanswered':
      return (
        <FormattedMessage
          id={backboneUntil === null ? 'settlement.unanswered' : 'settlement.backboneUntil'}
          values={{ day: <Day date={answeredUntil} />, until: <Day date={backboneUntil ?? answeredUntil} /> }}
        />
      );
  }
}
