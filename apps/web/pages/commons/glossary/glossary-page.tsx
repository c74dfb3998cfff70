import { FormattedMessage, useIntl } from 'react-intl';
import { GlossaryPageDocument } from '../../../generated/graphql/pages/commons/glossary/glossary.js';
import { TERMS } from '../../../parts/glossary.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';

/** What the words of the ledger mean. */
export default function GlossaryPage() {
  const intl = useIntl();
  const page = usePage(GlossaryPageDocument, {});
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'glossary.title' })}>
      {() => (
        <>
          <p>
            <FormattedMessage id="glossary.text" />
          </p>
          {TERMS.map((term) => (
            <section key={term} aria-labelledby={term}>
              <h2 id={term}>
                <FormattedMessage id={`glossary.${term}`} />
              </h2>
              <p>
                <FormattedMessage id={`glossary.${term}.means`} />
              </p>
            </section>
          ))}
        </>
      )}
    </LoadedPage>
  );
}
