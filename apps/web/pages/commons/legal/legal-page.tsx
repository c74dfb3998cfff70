import { useIntl } from 'react-intl';
import { LegalPageDocument } from '../../../generated/graphql/pages/commons/legal/legal.js';
import { useApiLanguage } from '../../../i18n/languages.js';
import { NoticeSection, OperatorsText, Paragraph, SaidByOperator } from '../../../parts/notice-section.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';

export default function LegalPage() {
  const intl = useIntl();
  const page = usePage(LegalPageDocument, { language: useApiLanguage() });
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'legal.title' })}>
      {({ service }) => (
        <div className="stack">
          <NoticeSection title="legal.publisher">
            <SaidByOperator text={service.publisher} />
          </NoticeSection>
          {service.publicationDirector !== null && (
            <NoticeSection title="legal.director">
              <SaidByOperator text={service.publicationDirector} />
            </NoticeSection>
          )}
          <NoticeSection title="legal.hosting">
            <SaidByOperator text={service.hostingProvider} />
          </NoticeSection>
          <NoticeSection title="legal.software">
            <Paragraph id="legal.software.text" />
          </NoticeSection>
          <OperatorsText paragraphs={service.notices} />
        </div>
      )}
    </LoadedPage>
  );
}
