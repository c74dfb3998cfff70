import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { RecordContribution } from '../../../generated/commands/RecordContribution.js';
import {
  ContributionFormPageDocument,
  type ContributionFormPageQuery,
} from '../../../generated/graphql/pages/accountability/contribution-form/contribution-form.js';
import { Day, Quantity } from '../../../i18n/format.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { Amount } from '../../../parts/forms/foretold.js';
import { QuantityField } from '../../../parts/forms/quantity.js';
import { ForRecorders, Recorded, Unknown } from '../../../parts/forms/recording.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { MilestoneField } from '../../../parts/forms/milestone-field.js';
import { ofAmountGiven, ofPastDay } from '../../../parts/forms/warnings.js';
import { promisedBy } from '../../../parts/promised-by.js';
import { today } from '../../../parts/today.js';
import { nameIn } from '../../../parts/named.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage, type Viewer } from '../../../shell/page.js';
import { PassesOnField } from './passes-on.js';

type Commitment = NonNullable<ContributionFormPageQuery['commitment']>;

export default function RecordContributionPage({ commitmentId }: { readonly commitmentId: string }) {
  const intl = useIntl();
  const page = usePage(ContributionFormPageDocument, { commitmentId });
  return (
    <LoadedPage
      page={page}
      title={() => intl.formatMessage({ id: 'command.RecordContribution' })}
      kicker={({ commitment }) =>
        commitment !== null && (
          <FormattedMessage
            id="record.forCommitment"
            values={{
              promisors: (
                <Link href={`/commitments/${commitment.id}`}>
                  {intl.formatList(promisedBy(commitment).map(({ name }) => name))}
                </Link>
              ),
            }}
          />
        )
      }
    >
      {({ viewer, commitment }) =>
        commitment === null ? (
          <Unknown />
        ) : (
          <>
            <Promised commitment={commitment} />
            <ForRecorders viewer={viewer}>
              <p>
                <FormattedMessage id="contributionForm.intro" />
              </p>
              <ContributionForm commitment={commitment} viewer={viewer} />
            </ForRecorders>
          </>
        )
      }
    </LoadedPage>
  );
}

function Promised({ commitment }: { readonly commitment: Commitment }) {
  const { quantity, standing, description } = commitment;
  return (
    <>
      <blockquote>{description}</blockquote>
      {quantity !== null && (
        <dl className="facts">
          <dt>
            <FormattedMessage id="contributionForm.promised" />
          </dt>
          <dd>
            <Quantity {...quantity} />
          </dd>
          {standing.delivered !== null && (
            <>
              <dt>
                <FormattedMessage id="contributionForm.delivered" />
              </dt>
              <dd>
                <Quantity {...standing.delivered} />
              </dd>
            </>
          )}
        </dl>
      )}
    </>
  );
}

function ContributionForm({ commitment, viewer }: { readonly commitment: Commitment; readonly viewer: Viewer }) {
  const intl = useIntl();
  const own = viewer?.organisation?.id;
  const givers = giversOf(commitment, own);
  const [recorded, setRecorded] = useState(false);
  const form = useCommandForm(RecordContribution, {
    subject: commitment.id,
    given: { commitmentId: commitment.id, termsVersion: commitment.termsVersion },
    initial: {
      contributorId: givers.find(({ id }) => id === own)?.id ?? givers[0]?.id,
      'quantity.unit': commitment.quantity?.unit ?? '',
      date: today(),
    },
    required: ['date'],
    onRecorded: () => {
      setRecorded(true);
    },
  });
  const { contributorId } = form.values;
  if (recorded) {
    const { date } = form.values;
    return (
      <Recorded
        href={`/commitments/${commitment.id}`}
        another={() => {
          setRecorded(false);
          form.begin({ contributorId, date, 'quantity.unit': form.values['quantity.unit'] });
        }}
      />
    );
  }
  const contributor = givers.find(({ id }) => id === contributorId)?.name;
  const { 'quantity.amount': amount, 'quantity.unit': unit } = form.values;
  const day = form.values.date;
  const { quantity, standing } = commitment;
  const warnings = [
    ...ofPastDay(day, today()),
    ...(unit === quantity?.unit ? ofAmountGiven(amount, quantity.amount, standing.delivered?.amount) : []),
  ];
  const given = { contributor, quantity: <Amount amount={amount} unit={unit} /> };
  const sentence =
    contributor === undefined || day === undefined ? null : (
      <FormattedMessage id="foretold.RecordContribution" values={{ ...given, day: <Day date={day} /> }} />
    );
  return (
    <CommandForm form={form} warnings={warnings} sentence={sentence}>
      {(givers.length > 1 || givers[0]?.id !== own) && (
        <CommandField
          form={form}
          name="contributorId"
          choices={givers.map(({ agreed, ...giver }) => ({
            value: giver.id,
            label: `${nameIn(intl, giver)}${agreed ? '' : ` (${intl.formatMessage({ id: 'named.PROPOSED' })})`}`,
          }))}
          alsoSets={() => NOT_PASSED_ON}
        />
      )}
      <MilestoneField form={form} milestones={commitment.milestones} />
      <QuantityField form={form} money={commitment.kind === 'MONEY'} fixed={commitment.quantity?.unit} />
      {commitment.completion === 'DECLARED' && <CommandField form={form} name="completes" />}
      <CommandField form={form} name="date" />
      <CommandField form={form} name="description" rows={3} />
      <CommandField form={form} name="evidence" />
      <CommandField form={form} name="note" rows={2} />
      {own !== undefined && contributorId === own && <PassesOnField form={form} own={own} />}
    </CommandForm>
  );
}

/** What one received, another cannot hand on. */
const NOT_PASSED_ON = { 'passesOn.commitmentId': undefined, 'passesOn.contributionId': undefined };

/** Who may have given: those that promised, and those asked to, for whom delivering is accepting. */
function giversOf(commitment: Commitment, own: string | undefined) {
  const promisors = commitment.parties.filter(({ part }) => part === 'PROMISOR');
  return promisors.flatMap(({ organisation, state }) => {
    if (organisation === null || state === 'RELEASED') return [];
    // Whoever declined may think better of it; nobody else delivers in its name.
    if (state === 'DECLINED' && organisation.id !== own) return [];
    return [{ ...organisation, agreed: state === 'ACCEPTED' || organisation.id === own }];
  });
}
