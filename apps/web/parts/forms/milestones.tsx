import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../button.js';
import { WithTerms } from '../terms.js';
import { FieldPlace, useField } from './command-form.js';
import { DateInput, TextInput } from './fields.js';
import type { AnyForm } from './use-command-form.js';

const MOST_MILESTONES = 12;

type Row = Readonly<Record<string, unknown>>;

/** Steps by which a promise without an amount is kept. Contributions name them by keys, which nobody need think up. */
export function Milestones({ form }: { readonly form: AnyForm }) {
  const intl = useIntl();
  const { label, help, error } = useField(form, 'milestones');
  const given = form.values['milestones'];
  const rows = Array.isArray(given) ? (given as readonly Row[]) : [];
  const put = (next: readonly Row[]) => {
    form.set({ milestones: next });
  };
  const change = (at: number, by: Row) => {
    put(rows.map((row, index) => (index === at ? { ...row, ...by } : row)));
  };
  return (
    <FieldPlace form={form} name="milestones">
      <fieldset className="field">
        <legend>{label}</legend>
        {help !== undefined && (
          <p className="help">
            <WithTerms>{help}</WithTerms>
          </p>
        )}
        {rows.map((row, index) => (
          <div key={String(row['key'])} className="columns">
            <TextInput
              name={`milestones.${index}.what`}
              label={intl.formatMessage({ id: 'milestone.what' }, { number: index + 1 })}
              maxLength={300}
              value={typeof row['what'] === 'string' ? row['what'] : ''}
              onChange={(what) => {
                change(index, { what });
              }}
            />
            <DateInput
              name={`milestones.${index}.dueOn`}
              label={intl.formatMessage({ id: 'milestone.dueOn' }, { number: index + 1 })}
              value={typeof row['dueOn'] === 'string' ? row['dueOn'] : undefined}
              onChange={(dueOn) => {
                change(index, { dueOn });
              }}
            />
            <div className="actions">
              <Button
                onPress={() => {
                  put(rows.filter((_, at) => at !== index));
                }}
              >
                <FormattedMessage id="milestone.remove" values={{ number: index + 1 }} />
              </Button>
            </div>
          </div>
        ))}
        {error !== undefined && <p className="field-error">{error}</p>}
        {rows.length < MOST_MILESTONES && (
          <Button
            onPress={() => {
              put([...rows, { key: freeKey(rows), what: '' }]);
            }}
          >
            <FormattedMessage id="milestone.add" />
          </Button>
        )}
      </fieldset>
    </FieldPlace>
  );
}

function freeKey(rows: readonly Row[]): string {
  const taken = rows.map((row) => Number(String(row['key']).replace('step-', '')) || 0);
  return `step-${Math.max(0, ...taken) + 1}`;
}
