import type { Command, Field } from './command.js';
import { CommandField } from './command-form.js';
import type { AnyForm } from './use-command-form.js';

/** A command that says when something was, by a day or from one to another. */
type Dated = Command & { readonly fields: Readonly<Record<'date' | 'period.from' | 'period.to', Field>> };

/** The day of what is recorded; or the first and the last of its days, where it had more than one. */
export function DayOrPeriod({
  form,
  oneDay,
}: {
  readonly form: AnyForm & { readonly command: Dated };
  readonly oneDay: boolean;
}) {
  if (oneDay) return <CommandField form={form} name="date" />;
  return (
    <div className="columns">
      <CommandField form={form} name="period.from" />
      <CommandField form={form} name="period.to" />
    </div>
  );
}
