import { FormattedMessage, useIntl } from 'react-intl';
import { AmendCommitment } from '../../../generated/commands/AmendCommitment.js';
import { WithdrawCommitment } from '../../../generated/commands/WithdrawCommitment.js';
import { unitName } from '../../../i18n/text.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { AmountField } from '../../../parts/forms/quantity.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { Milestones } from '../../../parts/forms/milestones.js';
import { allowedOf } from '../../../parts/may.js';
import type { PartProps } from './types.js';

/** Kind and unit stay: another kind of thing is another promise. */
export default function ChangeForms(props: PartProps) {
  const may = allowedOf(props.commitment.may, { AmendCommitment, WithdrawCommitment });
  return (
    // Anew for each version of the terms: the form begins with those that stand.
    <div className="columns" key={props.commitment.terms.length}>
      {may.includes('AmendCommitment') && <Amend {...props} />}
      {may.includes('WithdrawCommitment') && <Withdraw {...props} />}
    </div>
  );
}

function Amend({ commitment, recorded }: PartProps) {
  const intl = useIntl();
  const { id, kind, quantity, description, dueOn, terms, milestones } = commitment;
  const form = useCommandForm(AmendCommitment, {
    // A draft that began with earlier terms is of no use for these.
    subject: `${id} ${terms.length}`,
    given: { commitmentId: id, kind },
    initial: {
      description: description ?? '',
      dueOn: dueOn ?? undefined,
      // What is left out would no longer be promised.
      milestones: milestones.map((each) => ({ key: each.key, what: each.what ?? '', dueOn: each.dueOn ?? undefined })),
      'quantity.amount': quantity?.amount,
      'quantity.unit': quantity?.unit ?? '',
    },
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  return (
    <div>
      <h4>
        <FormattedMessage id="command.AmendCommitment" />
      </h4>
      <CommandForm form={form}>
        <CommandField form={form} name="description" rows={4} />
        {quantity !== null && (
          <AmountField
            form={form}
            unit={quantity.unit}
            label={<FormattedMessage id="amend.amount" values={{ unit: unitName(intl, quantity.unit) }} />}
          />
        )}
        <CommandField form={form} name="dueOn" />
        {milestones.length > 0 && <Milestones form={form} />}
        <CommandField form={form} name="reason" rows={3} />
      </CommandForm>
    </div>
  );
}

function Withdraw({ commitment: { id }, recorded }: PartProps) {
  const form = useCommandForm(WithdrawCommitment, {
    subject: id,
    given: { commitmentId: id },
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  return (
    <div>
      <h4>
        <FormattedMessage id="command.WithdrawCommitment" />
      </h4>
      <CommandForm form={form}>
        <CommandField form={form} name="reason" rows={3} />
      </CommandForm>
    </div>
  );
}
