import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
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
import { Reveal } from '../../../parts/reveal.js';
import { Said } from '../../../parts/said.js';
import { EvidenceBadge } from '../../../parts/state-badge.js';
import { Unverified } from '../../../parts/unverified.js';
import { contributionForm } from './contribution-forms.js';
import { Objections } from './objections.js';
import type { CommitmentDetails } from './types.js';

/** What may be said of a contribution. */
type Act = keyof typeof onContribution;

/** What was given, how well it is attested, by whom, and what the reader may say of it. */
export function Contribution({
  contribution,
  towards,
  recorded,
}: {
  readonly contribution: ContributionLineFragment;
  readonly towards: CommitmentDetails;
  readonly recorded: (position: string | null) => void;
}) {
  const { contributor, description, evidenceLinks, evidenceFiles, source } = contribution;
  return (
    <>
      <h3>
        <Title contribution={contribution} />
      </h3>
      <p className="row">
        <Standing contribution={contribution} />
        <span className="quiet">
          <Given period={contribution.period} />
        </span>
      </p>
      <Counted contribution={contribution} />
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
      <Objections objections={contribution.objections} recorded={recorded} />
      <Versions contribution={contribution} />
      {source !== null && (
        <p className="quiet">
          <FormattedMessage id="commitment.source" />{' '}
          <FormattedMessage id="commitment.sourceText" values={{ dataset: source.dataset, record: source.record }} />
          <Unverified source={source} />
        </p>
      )}
      <ActForms
        acts={allowedOf(contribution.may, onContribution).map((act) => onContribution[act])}
        on={{ contributionId: contribution.id }}
        about={contributor?.name ?? ''}
        recorded={recorded}
        formOf={(act, props) => contributionForm({ contribution, towards }, act, props)}
      />
      <WhyNot
        level={4}
        refused={refusedOf(contribution.may, Object.keys(onContribution) as Act[])}
        label={({ command }) => <FormattedMessage id={`command.${command as Act}`} />}
      />
    </>
  );
}

function Standing({
  contribution: { evidence, disputed, retractedOn },
}: {
  readonly contribution: ContributionLineFragment;
}) {
  return (
    <>
      {retractedOn === null ? (
        <EvidenceBadge evidence={evidence} />
      ) : (
        <Badge tone="warning">
          <FormattedMessage id="contribution.retracted" />
        </Badge>
      )}
      {disputed && (
        <Badge tone="warning">
          <FormattedMessage id="contribution.disputed" />
        </Badge>
      )}
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

function Given({ period }: Pick<ContributionLineFragment, 'period'>) {
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

/** Where not all of it counts, or it is counted elsewhere. */
function Counted({
  contribution: { found, passesOn, retractionReason },
}: {
  readonly contribution: ContributionLineFragment;
}) {
  const intl = useIntl();
  return (
    <>
      {found !== null && (
        <p>
          <FormattedMessage
            id="contribution.found"
            values={{ quantity: quantityText(intl, found.amount, found.unit) }}
          />
        </p>
      )}
      {passesOn !== null && (
        <p className="quiet">
          <Link href={`/commitments/${passesOn.commitment?.id ?? ''}#contribution-${passesOn.id}`}>
            <FormattedMessage id="contribution.passesOn" />
          </Link>
        </p>
      )}
      {retractionReason !== null && <LongText text={retractionReason} />}
    </>
  );
}

/** What was recorded before it was corrected, with the reasons. */
function Versions({ contribution: { versions } }: { readonly contribution: ContributionLineFragment }) {
  const intl = useIntl();
  const corrections = versions.length - 1;
  if (corrections === 0) return null;
  return (
    <Reveal level={4} label={<FormattedMessage id="contribution.versions" values={{ count: corrections }} />}>
      <ol className="rows">
        {versions.map(({ version, quantity, period, reason, recordedAt }) => (
          <li key={version}>
            <p>
              <FormattedMessage
                id="contribution.version"
                values={{
                  quantity: quantity === null ? '' : quantityText(intl, quantity.amount, quantity.unit),
                  days: <Given key="days" period={period} />,
                  day: <RecordedOn key="day" at={recordedAt} />,
                }}
              />
            </p>
            {reason !== null && <LongText text={reason} />}
          </li>
        ))}
      </ol>
    </Reveal>
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
        {statements.map(({ act, organisation, recordedAt: at, text, evidenceLinks, evidenceFiles, ...weighs }) => (
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
            <Weighs {...weighs} />
            <Said said={text} />
            <EvidenceList links={evidenceLinks} files={evidenceFiles} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** How much an evaluator found, and why its word may weigh less than a verification. */
function Weighs({
  superseded,
  accredited,
  paid,
  tied,
  tiedToParty,
  found,
}: Pick<
  ContributionLineFragment['statements'][number],
  'superseded' | 'accredited' | 'paid' | 'tied' | 'tiedToParty' | 'found'
>) {
  const intl = useIntl();
  const reasons = {
    superseded,
    tied: tied === true,
    unaccredited: accredited === false,
    tiedToParty: tiedToParty === true,
    paid: paid === true,
  } as const;
  const why = (Object.keys(reasons) as (keyof typeof reasons)[]).find((reason) => reasons[reason]);
  return (
    <>
      {found !== null && (
        <p>
          <FormattedMessage id="statement.found" values={{ quantity: quantityText(intl, found.amount, found.unit) }} />
        </p>
      )}
      {why !== undefined && (
        <p className="quiet">
          <FormattedMessage id={`statement.${why}`} />
        </p>
      )}
    </>
  );
}
