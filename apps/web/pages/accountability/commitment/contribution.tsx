import { FormattedMessage, useIntl } from 'react-intl';
import { onContribution } from '../../../generated/commands/on-contribution.js';
import type { ContributionLineFragment } from '../../../generated/graphql/pages/accountability/commitment/commitment.js';
import { Day, RecordedOn } from '../../../i18n/format.js';
import { quantityText } from '../../../i18n/text.js';
import { Badge } from '../../../parts/badge.js';
import { EvidenceList } from '../../../parts/evidence.js';
import { ActForms } from '../../../parts/forms/act-forms.js';
import { LongText } from '../../../parts/long-text.js';
import { allowedOf, refusedOf, WhyNot } from '../../../parts/may.js';
import { OrganisationLink } from '../../../parts/named.js';
import { Said } from '../../../parts/said.js';
import { EvidenceBadge } from '../../../parts/state-badge.js';

/** What may be said of a contribution. */
type Act = keyof typeof onContribution;

/** What was given, how well it is attested, by whom, and what the reader may say of it. */
export function Contribution({
  contribution,
  recorded,
}: {
  readonly contribution: ContributionLineFragment;
  readonly recorded: (position: string | null) => void;
}) {
  const { contributor, description, evidence, disputed, evidenceLinks, evidenceFiles, source } = contribution;
  return (
    <>
      <h3>
        <Title contribution={contribution} />
      </h3>
      <p className="row">
        <EvidenceBadge evidence={evidence} />
        {disputed && (
          <Badge tone="warning">
            <FormattedMessage id="contribution.disputed" />
          </Badge>
        )}
        <span className="quiet">
          <Given contribution={contribution} />
        </span>
      </p>
      {description !== null && <LongText text={description} />}
      <Said said={contribution.note} />
      {evidenceLinks.length + evidenceFiles.length === 0 ? (
        <p className="quiet">
          <FormattedMessage id="contribution.noEvidence" />
        </p>
      ) : (
        <>
          <h4>
            <FormattedMessage id="contribution.links" />
          </h4>
          <EvidenceList links={evidenceLinks} files={evidenceFiles} />
        </>
      )}
      <OnBehalf contribution={contribution} />
      <Statements contribution={contribution} />
      {source !== null && (
        <p className="quiet">
          <FormattedMessage id="commitment.source" />{' '}
          <FormattedMessage id="commitment.sourceText" values={{ ...source }} />
        </p>
      )}
      <ActForms
        acts={allowedOf(contribution.may, onContribution).map((act) => onContribution[act])}
        on={{ contributionId: contribution.id }}
        about={contributor?.name ?? ''}
        recorded={recorded}
      />
      <WhyNot
        level={4}
        refused={refusedOf(contribution.may, Object.keys(onContribution) as Act[])}
        label={({ command }) => <FormattedMessage id={`command.${command as Act}`} />}
      />
    </>
  );
}

function Title({ contribution: { contributor, quantity } }: { readonly contribution: ContributionLineFragment }) {
  const intl = useIntl();
  const organisation = <OrganisationLink key="by" organisation={contributor} />;
  if (quantity === null) return <FormattedMessage id="contribution.titlePlain" values={{ organisation }} />;
  return (
    <FormattedMessage
      id="contribution.title"
      values={{ organisation, quantity: quantityText(intl, quantity.amount, quantity.unit) }}
    />
  );
}

function Given({ contribution: { period } }: { readonly contribution: ContributionLineFragment }) {
  if (period.from === period.to) {
    return <FormattedMessage id="contribution.on" values={{ day: <Day key="day" date={period.to} /> }} />;
  }
  return (
    <FormattedMessage
      id="contribution.during"
      values={{ from: <Day key="from" date={period.from} />, to: <Day key="to" date={period.to} /> }}
    />
  );
}

function OnBehalf({ contribution }: { readonly contribution: ContributionLineFragment }) {
  const { contributor, recordedBy, recordedAt, statements } = contribution;
  if (contributor === null || recordedBy === null || contributor.id === recordedBy.id) return null;
  const declared = statements.some(
    ({ act, organisation }) => act === 'DECLARED' && organisation?.id === contributor.id,
  );
  return (
    <p className="quiet">
      <FormattedMessage
        id={declared ? 'contribution.onBehalfDeclared' : 'contribution.onBehalf'}
        values={{
          organisation: <OrganisationLink key="by" organisation={recordedBy} />,
          day: <RecordedOn key="day" at={recordedAt} />,
        }}
      />
    </p>
  );
}

function Statements({ contribution }: { readonly contribution: ContributionLineFragment }) {
  const { contributor, recordedAt } = contribution;
  // Recording its own contribution is declaring it: what was said then stands above already.
  const statements = contribution.statements.filter(
    (said) => said.act !== 'DECLARED' || said.organisation?.id !== contributor?.id || said.recordedAt !== recordedAt,
  );
  if (statements.length === 0) return null;
  return (
    <>
      <h4>
        <FormattedMessage id="contribution.statements" />
      </h4>
      <ul className="statements">
        {statements.map(({ act, organisation, recordedAt: at, text, evidenceLinks, evidenceFiles }) => (
          <li key={`${act} ${organisation?.id ?? ''} ${at}`}>
            <p>
              <FormattedMessage
                id="statement.by"
                values={{
                  organisation: <OrganisationLink key="by" organisation={organisation} />,
                  act: <FormattedMessage key="act" id={`act.${act}`} />,
                  day: <RecordedOn key="day" at={at} />,
                }}
              />
            </p>
            <Said said={text} />
            <EvidenceList links={evidenceLinks} files={evidenceFiles} />
          </li>
        ))}
      </ul>
    </>
  );
}
