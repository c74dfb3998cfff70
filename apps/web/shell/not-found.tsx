import { FormattedMessage } from 'react-intl';
import { Page } from './page.js';

export function NotFound({ what }: { readonly what?: string }) {
  return (
    <Page title={<FormattedMessage id="notFound.title" />} viewer={undefined}>
      <p>{what ?? <FormattedMessage id="notFound.text" />}</p>
    </Page>
  );
}
