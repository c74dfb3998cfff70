import { useIntl } from 'react-intl';
import { FieldPlace, useField } from './command-form.js';
import { Select } from './fields.js';
import type { AnyForm } from './use-command-form.js';

interface Milestone {
  readonly key: string;
  /** Null to whoever may not read the promise. */
  readonly what: string | null;
  readonly reached: boolean;
}

/** Which step of the promise is reached with what is recorded: each counts once. Nothing where the promise has no steps. */
export function MilestoneField({
  form,
  milestones,
}: {
  readonly form: AnyForm;
  readonly milestones: readonly Milestone[];
}) {
  const intl = useIntl();
  const field = useField(form, 'milestone');
  const { milestone } = form.values;
  if (milestones.length === 0) return null;
  const label = ({ key, what, reached }: Milestone) =>
    reached && key !== milestone
      ? `${what ?? key} (${intl.formatMessage({ id: 'milestone.reached' })})`
      : (what ?? key);
  return (
    <FieldPlace form={form} name="milestone">
      <Select
        {...field}
        value={typeof milestone === 'string' ? milestone : ''}
        choices={[
          { value: '', label: intl.formatMessage({ id: 'milestone.none' }) },
          ...milestones.map((each) => ({ value: each.key, label: label(each) })),
        ]}
        onChange={(key) => {
          form.set({ milestone: key });
        }}
      />
    </FieldPlace>
  );
}
