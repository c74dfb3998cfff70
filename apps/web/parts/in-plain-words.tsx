import { Fragment } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import type { Term } from './glossary.js';

/** Stands where words of the ledger are first met on a page, and leads to what they mean. */
export function InPlainWords({ terms }: { readonly terms: readonly Term[] }) {
  return (
    <p className="quiet">
      <FormattedMessage id="glossary.inPlainWords" />{' '}
      {terms.map((term, index) => (
        <Fragment key={term}>
          {index > 0 && ', '}
          <Link href={`/glossary#${term}`}>
            <FormattedMessage id={`glossary.${term}`} />
          </Link>
        </Fragment>
      ))}
    </p>
  );
}
