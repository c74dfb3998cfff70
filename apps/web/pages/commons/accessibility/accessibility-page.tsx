import { FormattedMessage, useIntl } from 'react-intl';
import {
  AccessibilityPageDocument,
  type AccessibilityPageQuery,
} from '../../../generated/graphql/pages/commons/accessibility/accessibility.js';
import { Day, Percent } from '../../../i18n/format.js';
import { useApiLanguage } from '../../../i18n/languages.js';
import { ContactLink, NoticeSection, OperatorsText, Paragraph } from '../../../parts/notice-section.js';
import { OutsideLink } from '../../../parts/outside-link.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';

const DEFENDER = 'https://www.defenseurdesdroits.fr/';

export default function AccessibilityPage() {
  const intl = useIntl();
  const page = usePage(AccessibilityPageDocument, { language: useApiLanguage() });
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'accessibility.title' })}>
      {({ service: { accessibility, contact, notices } }) => (
        <div className="stack">
          <p>
            <FormattedMessage
              id="accessibility.stands"
              values={{
                state: (
                  <strong>
                    <FormattedMessage id={`accessibility.${accessibility.state}`} />
                  </strong>
                ),
              }}
            />
          </p>
          <Audit accessibility={accessibility} />
          <NoticeSection title="accessibility.found">
            <Paragraph id="accessibility.found.text" />
          </NoticeSection>
          <NoticeSection title="accessibility.help">
            <Paragraph id="accessibility.help.text" />
            {contact !== null && (
              <p>
                <ContactLink contact={contact} />
              </p>
            )}
            <p>
              <FormattedMessage id="accessibility.help.rights" />{' '}
              <OutsideLink url={DEFENDER}>
                <FormattedMessage id="accessibility.help.defender" />
              </OutsideLink>
            </p>
          </NoticeSection>
          <OperatorsText paragraphs={notices} />
        </div>
      )}
    </LoadedPage>
  );
}

type Accessibility = AccessibilityPageQuery['service']['accessibility'];

function Audit({
  accessibility: { auditedOn, auditor, rate, report },
}: {
  readonly accessibility: Pick<Accessibility, 'auditedOn' | 'auditor' | 'rate' | 'report'>;
}) {
  if (auditedOn === null || auditor === null || rate === null) return <Paragraph id="accessibility.notAudited" />;
  return (
    <p>
      <FormattedMessage
        id="accessibility.audited"
        values={{
          auditor,
          on: <Day date={auditedOn} />,
          rate: <Percent share={rate / 100} digits={1} />,
          report: report !== null && (
            <OutsideLink url={report}>
              <FormattedMessage id="accessibility.report" />
            </OutsideLink>
          ),
        }}
      />
    </p>
  );
}
