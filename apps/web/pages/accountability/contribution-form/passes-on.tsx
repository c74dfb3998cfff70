import { useCallback, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { RecordContribution } from '../../../generated/commands/RecordContribution.js';
import {
  ContributionsToPassOnDocument,
  type ContributionsToPassOnQuery,
} from '../../../generated/graphql/pages/accountability/contribution-form/contribution-form.js';
import { dayText, quantityText } from '../../../i18n/text.js';
import { FieldPlace, useField } from '../../../parts/forms/command-form.js';
import { isBlank } from '../../../parts/forms/command.js';
import { Select } from '../../../parts/forms/fields.js';
import type { CommandForm } from '../../../parts/forms/use-command-form.js';
import { MoreButton } from '../../../parts/more-button.js';
import { Reveal } from '../../../parts/reveal.js';
import { idOf, useMore } from '../../../shell/graphql/use-more.js';
import { useAsk, usePage } from '../../../shell/graphql/use-page.js';

type RecordingForm = CommandForm<typeof RecordContribution>;
type Received = NonNullable<ContributionsToPassOnQuery['organisation']>['contributionsToPassOn'];

/** Of use to few: what is given was received before, and is counted there. Asked for only once somebody opens it. */
export function PassesOnField({ form, own }: { readonly form: RecordingForm; readonly own: string }) {
  const used = !isBlank(form.values['passesOn.contributionId']);
  return (
    <Reveal level={2} open={used} label={<FormattedMessage id="passesOn.open" />}>
      <OfUnit form={form} own={own} />
    </Reveal>
  );
}

/** What is handed on is counted in the unit in which it was received. */
function OfUnit({ form, own }: { readonly form: RecordingForm; readonly own: string }) {
  const unit = form.values['quantity.unit'];
  const variables = useMemo(() => ({ organisationId: own, unit, after: null }), [own, unit]);
  const { data } = usePage(ContributionsToPassOnDocument, variables, { pause: unit === '' });
  if (unit === '') {
    return (
      <p className="quiet">
        <FormattedMessage id="passesOn.noUnit" />
      </p>
    );
  }
  const received = data?.organisation?.contributionsToPassOn;
  if (received === undefined) return null;
  return <Choose key={unit} form={form} own={own} unit={unit} received={received} />;
}

function Choose({
  form,
  own,
  unit,
  received,
}: {
  readonly form: RecordingForm;
  readonly own: string;
  readonly unit: string;
  readonly received: Received;
}) {
  const intl = useIntl();
  const ask = useAsk();
  const next = useCallback(
    async (after: string | null) =>
      (await ask(ContributionsToPassOnDocument, { organisationId: own, unit, after })).organisation
        ?.contributionsToPassOn,
    [ask, own, unit],
  );
  const more = useMore(received, idOf, next);
  const field = useField(form, 'passesOn.commitmentId');
  if (more.nodes.length === 0) {
    return (
      <p className="quiet">
        <FormattedMessage id="passesOn.none" />
      </p>
    );
  }
  const label = ({ quantity, contributor, period, description }: Received['nodes'][number]) =>
    intl.formatMessage(
      { id: 'passesOn.choice' },
      {
        quantity: quantity === null ? '' : quantityText(intl, quantity.amount, quantity.unit),
        organisation: contributor?.name ?? '',
        day: dayText(intl, period.to),
        description: description ?? '',
      },
    );
  return (
    <FieldPlace form={form} name="passesOn.commitmentId">
      <Select
        {...field}
        required={false}
        value={form.values['passesOn.contributionId'] ?? ''}
        choices={[
          { value: '', label: intl.formatMessage({ id: 'passesOn.nothing' }) },
          ...more.nodes.map((each) => ({ value: each.uuid, label: label(each) })),
        ]}
        onChange={(uuid) => {
          // eslint-disable-next-line no-restricted-syntax -- Chosen among those shown.
          const chosen = more.nodes.find((each) => each.uuid === uuid);
          form.set({ 'passesOn.contributionId': chosen?.uuid, 'passesOn.commitmentId': chosen?.commitment?.id });
        }}
      />
      <MoreButton more={more} />
    </FieldPlace>
  );
}
