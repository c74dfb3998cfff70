import { FormattedMessage, useIntl } from 'react-intl';
import { FieldPlace } from '../forms/command-form.js';
import { DateInput, NumberInput } from '../forms/fields.js';
import type { AnyForm } from '../forms/use-command-form.js';

interface Target {
  readonly value?: string | undefined;
  readonly upper?: string | undefined;
  readonly dueOn?: string | undefined;
}

/** The one of everybody; those of parts, and further ones, are set on the indicator's own page. */
export function FirstTarget({ form }: { readonly form: AnyForm }) {
  const intl = useIntl();
  const { mode, targets } = form.values;
  const [target = {}] = targets as readonly Target[];
  const set = (change: Target) => {
    const next = { ...target, ...change };
    const blank = Object.values(next).every((each) => each === undefined);
    form.set({ targets: blank ? [] : [{ ...next }] });
  };
  return (
    <FieldPlace form={form} name="targets">
      <fieldset>
        <legend>
          <FormattedMessage id="indicatorForm.target" />
        </legend>
        <NumberInput
          name="targets.0.value"
          label={intl.formatMessage({ id: mode === 'KEEP_WITHIN' ? 'indicatorForm.lower' : 'indicatorForm.value' })}
          value={target.value}
          onChange={(value) => {
            set({ value });
          }}
        />
        {mode === 'KEEP_WITHIN' && (
          <NumberInput
            name="targets.0.upper"
            label={intl.formatMessage({ id: 'indicatorForm.upper' })}
            value={target.upper}
            onChange={(upper) => {
              set({ upper });
            }}
          />
        )}
        <DateInput
          name="targets.0.dueOn"
          label={intl.formatMessage({ id: 'indicatorForm.dueOn' })}
          value={target.dueOn}
          onChange={(dueOn) => {
            set({ dueOn });
          }}
        />
      </fieldset>
    </FieldPlace>
  );
}
