import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Quantity } from '../../i18n/format.js';
import { Notice } from '../notice.js';
import type { Warning } from './warnings.js';

/** What sending a form does, once more in a sentence, with what is unusual in it; that it stays is said of every form. */
export function Foretold({
  warnings,
  children,
}: {
  readonly warnings: readonly Warning[];
  /** The sentence, as soon as there is enough for one. */
  readonly children?: ReactNode;
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
      {children !== undefined && children !== false && <p className="foretold">{children}</p>}
    </>
  );
}

/** How much, or that it is told in words alone. */
export function Amount({ amount, unit }: { readonly amount: string | undefined; readonly unit: string }) {
  if (amount === undefined || unit === '') return <FormattedMessage id="foretold.inWords" />;
  return <Quantity amount={amount} unit={unit} />;
}
