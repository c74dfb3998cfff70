import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Messages } from '../../generated/messages/en.js';
import { Day, Quantity } from '../../i18n/format.js';
import { useViewer } from '../../shell/page.js';
import { Notice } from '../notice.js';
import { isBlank } from './command.js';
import type { AnyForm } from './use-command-form.js';
import type { Warning } from './warnings.js';
import { useFormWords } from './words.js';

/** What sending a form does, once more in a sentence, with what is unusual in it and whether it stays. */
export function Foretold({
  form,
  warnings,
  sentence,
  lasts,
}: {
  readonly form: AnyForm;
  readonly warnings: readonly Warning[];
  /** In place of the command's own; null while there is not enough for one. */
  readonly sentence: ReactNode;
  readonly lasts: boolean;
}) {
  return (
    <>
      <div role="status">
        {warnings.length > 0 && (
          <Notice tone="warning">
            {warnings.map((warning) => (
              <div key={warning}>
                <FormattedMessage id={`warning.${warning}`} />
              </div>
            ))}
          </Notice>
        )}
      </div>
      {sentence === undefined ? (
        <CommandSentence form={form} />
      ) : (
        sentence !== null && <p className="foretold">{sentence}</p>
      )}
      {lasts && (
        <p className="foretold quiet">
          <FormattedMessage id="foretold.forGood" />
        </p>
      )}
    </>
  );
}

/** What a sentence names: `until` of "… until {until}". */
const NAMED = /\{(\w+)\}/g;

/** By the message of the command: nothing until what it names is filled in. */
function CommandSentence({ form }: { readonly form: AnyForm }) {
  const intl = useIntl();
  const words = useFormWords(form.command);
  const actor = useViewer()?.organisation?.name;
  const id = `foretold.${form.command.name}` as keyof Messages;
  const message: unknown = intl.messages[id];
  const named = typeof message === 'string' ? [...message.matchAll(NAMED)].map(([, name = '']) => name) : [];
  const told = (name: string): ReactNode => {
    if (name === 'actor') return actor;
    const value = form.values[name];
    if (typeof value !== 'string' || isBlank(value)) return undefined;
    return form.command.fields[name]?.type === 'date' ? <Day date={value} /> : words.choice(name, value);
  };
  const values = Object.fromEntries(named.map((name) => [name, told(name)]));
  if (Object.values(values).includes(undefined)) return null;
  return (
    <p className="foretold">
      <FormattedMessage id={id} values={values} />
    </p>
  );
}

/** How much, or that it is told in words alone. */
export function Amount({ amount, unit }: { readonly amount: string | undefined; readonly unit: string }) {
  if (amount === undefined || unit === '') return <FormattedMessage id="foretold.inWords" />;
  return <Quantity amount={amount} unit={unit} />;
}
