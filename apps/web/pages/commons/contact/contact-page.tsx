import { FormattedMessage, useIntl } from 'react-intl';
import { ContactPageDocument } from '../../../generated/graphql/pages/commons/contact/contact.js';
import { useApiLanguage } from '../../../i18n/languages.js';
import { ContactLink, OperatorsText, Paragraph, SaidByOperator } from '../../../parts/notice-section.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';

export default function ContactPage() {
  const intl = useIntl();
  const page = usePage(ContactPageDocument, { language: useApiLanguage() });
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'contact.title' })}>
      {({ service: { contact, publisher, notices } }) => (
        <div className="stack">
          <Paragraph id="contact.text" />
          <Where contact={contact} publisher={publisher} />
          <Paragraph id="contact.organisation" />
          <OperatorsText paragraphs={notices} />
        </div>
      )}
    </LoadedPage>
  );
}

function Where({ contact, publisher }: { readonly contact: string | null; readonly publisher: string | null }) {
  if (contact !== null) {
    return (
      <p>
        <ContactLink contact={contact} />
      </p>
    );
  }
  if (publisher === null) return <SaidByOperator text={null} />;
  return (
    <p className="words">
      <FormattedMessage id="contact.publisher" values={{ publisher }} />
    </p>
  );
}
