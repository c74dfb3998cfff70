import { FormattedMessage, useIntl } from 'react-intl';
import { FieldPlace, useField } from '../forms/command-form.js';
import { Checkboxes } from '../forms/fields.js';
import type { AnyForm } from '../forms/use-command-form.js';

const GOALS = Array.from({ length: 17 }, (_, index) => String(index + 1));

/** The 17 goals by their names, for whoever does not know the numbers of their targets. */
export function GoalsField({ form }: { readonly form: AnyForm }) {
  const intl = useIntl();
  const field = useField(form, 'sdgs', { help: <FormattedMessage id="setup.goals.help" /> });
  const codes = form.values['sdgs'] as readonly string[];
  return (
    <FieldPlace form={form} name="sdgs">
      <Checkboxes
        {...field}
        value={codes}
        onChange={(chosen) => {
          form.set({ sdgs: GOALS.filter((goal) => chosen.includes(goal)) });
        }}
        choices={GOALS.map((goal) => ({
          value: goal,
          label: `${goal}. ${intl.formatMessage({ id: `sdg.${goal}` as 'sdg.1' })}`,
        }))}
      />
    </FieldPlace>
  );
}
