import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { CorroborateContribution } from '../../../generated/commands/CorroborateContribution.js';
import { CorrectContribution } from '../../../generated/commands/CorrectContribution.js';
import { DeclareContribution } from '../../../generated/commands/DeclareContribution.js';
import { VerifyContribution } from '../../../generated/commands/VerifyContribution.js';
import type { ContributionLineFragment } from '../../../generated/graphql/pages/accountability/commitment/commitment.js';
import { TiesDeniedDocument } from '../../../generated/graphql/parts/ties-denied.js';
import { Day } from '../../../i18n/format.js';
import { unitName } from '../../../i18n/text.js';
import { ActForm } from '../../../parts/forms/act-form.js';
import type { ActFormProps } from '../../../parts/forms/act-forms.js';
import type { Command } from '../../../parts/forms/command.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { DayOrPeriod } from '../../../parts/forms/day-or-period.js';
import { MilestoneField } from '../../../parts/forms/milestone-field.js';
import { AmountField } from '../../../parts/forms/quantity.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { useViewer } from '../../../shell/page.js';
import type { CommitmentDetails } from './types.js';

interface Subject {
  readonly contribution: ContributionLineFragment;
  /** The promise that it is given towards. */
  readonly towards: CommitmentDetails;
}
type FormProps = Subject & ActFormProps;

/** The forms that begin with what is recorded; other acts ask for their command's fields. */
export function contributionForm(subject: Subject, act: Command, props: ActFormProps): ReactNode {
  switch (act.name) {
    case DeclareContribution.name:
      return <Attest {...subject} {...props} command={DeclareContribution} />;
    case CorroborateContribution.name:
      return <Attest {...subject} {...props} command={CorroborateContribution} />;
    case CorrectContribution.name:
      return <Correct {...subject} {...props} />;
    case VerifyContribution.name:
      return <Verify {...subject} {...props} />;
    default:
      return undefined;
  }
}

/** A party that attests accepts the promise: the terms that stand on the page, and no others. */
function Attest({
  contribution: { id },
  towards: { termsVersion },
  ...props
}: FormProps & { readonly command: Command }) {
  return <ActForm on={{ contributionId: id, termsVersion }} {...props} />;
}

/** Begins with what is recorded. A reason is asked for where the ledger needs one, and it says so. */
function Correct({ contribution, towards, label, recorded }: FormProps) {
  const intl = useIntl();
  const { id, quantity, period, description, milestone, completes, versions } = contribution;
  const oneDay = period.from === period.to;
  const form = useCommandForm(CorrectContribution, {
    // A draft that began with an earlier version is of no use for this one.
    subject: `${id} ${versions.length}`,
    given: { contributionId: id, termsVersion: towards.termsVersion },
    initial: {
      'quantity.amount': quantity?.amount,
      'quantity.unit': quantity?.unit ?? '',
      description: description ?? '',
      milestone: milestone ?? '',
      completes,
      ...(oneDay ? { date: period.to } : { 'period.from': period.from, 'period.to': period.to }),
    },
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  return (
    <CommandForm form={form} label={label}>
      {quantity !== null && (
        <AmountField
          form={form}
          unit={quantity.unit}
          label={
            <FormattedMessage
              id="command.CorrectContribution.amount"
              values={{ unit: unitName(intl, quantity.unit) }}
            />
          }
        />
      )}
      <MilestoneField form={form} milestones={towards.milestones} />
      {towards.completion === 'DECLARED' && <CommandField form={form} name="completes" />}
      <DayOrPeriod form={form} oneDay={oneDay} />
      <CommandField form={form} name="description" rows={2} />
      <CommandField form={form} name="reason" rows={2} />
    </CommandForm>
  );
}

/** What was found is what was recorded, unless the evaluator says less. Ties are denied once per giver and year, and copied. */
function Verify({ contribution: { id, quantity, versions, statements }, label, recorded }: FormProps) {
  const intl = useIntl();
  const organisationId = useViewer()?.organisation?.id ?? '';
  const denied = usePage(TiesDeniedDocument, { id, organisationId }).data?.contribution?.tiesDeniedOn ?? undefined;
  const form = useCommandForm(VerifyContribution, {
    subject: `${id} ${versions.length} ${statements.length}`,
    given: { contributionId: id, ...(denied === undefined ? {} : { noTies: true }) },
    required: ['noTies'],
    initial: { 'found.amount': quantity?.amount, 'found.unit': quantity?.unit ?? '' },
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  return (
    <CommandForm form={form} label={label}>
      {quantity !== null && (
        <AmountField
          form={form}
          of="found"
          unit={quantity.unit}
          label={
            <FormattedMessage id="command.VerifyContribution.amount" values={{ unit: unitName(intl, quantity.unit) }} />
          }
          help={<FormattedMessage id="command.VerifyContribution.amount.help" />}
        />
      )}
      <CommandField form={form} name="finding" rows={3} />
      <CommandField form={form} name="evidence" />
      {denied === undefined ? (
        <CommandField form={form} name="noTies" />
      ) : (
        <p>
          <FormattedMessage id="ties.denied" values={{ day: <Day date={denied} /> }} />
        </p>
      )}
    </CommandForm>
  );
}
