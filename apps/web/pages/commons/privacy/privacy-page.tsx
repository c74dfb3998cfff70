import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import {
  PrivacyPageDocument,
  type PrivacyPageQuery,
} from '../../../generated/graphql/pages/commons/privacy/privacy.js';
import { useApiLanguage } from '../../../i18n/languages.js';
import { NoticeSection, OperatorsText, Paragraph, SaidByOperator } from '../../../parts/notice-section.js';
import { DataTable } from '../../../parts/table.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';

export default function PrivacyPage() {
  const intl = useIntl();
  const page = usePage(PrivacyPageDocument, { language: useApiLanguage() });
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'privacy.title' })}>
      {({ service }) => (
        <div className="stack">
          <NoticeSection title="privacy.controller">
            <SaidByOperator text={service.dataController} />
          </NoticeSection>
          <NoticeSection title="privacy.log">
            <Paragraph id="privacy.log.text" />
            <Paragraph id="privacy.log.erase" />
          </NoticeSection>
          <NoticeSection title="privacy.session">
            <p>
              <FormattedMessage id="privacy.session.text" values={{ hours: service.sessionHours }} />
            </p>
          </NoticeSection>
          <NoticeSection title="privacy.person">
            <Paragraph id="privacy.person.text" />
            <p>
              <FormattedMessage
                id="privacy.person.erase"
                values={{ link: (words: ReactNode) => <Link href="/me">{words}</Link> }}
              />
            </p>
          </NoticeSection>
          <NoticeSection title="privacy.kept">
            <DataTable
              caption={intl.formatMessage({ id: 'privacy.kept.caption' })}
              columns={[
                { key: 'what', label: <FormattedMessage id="privacy.kept.what" /> },
                { key: 'howLong', label: <FormattedMessage id="privacy.kept.howLong" /> },
              ]}
              rows={service.kept.map((each) => ({
                key: each.what,
                cells: { what: <FormattedMessage id={`privacy.kept.${each.what}`} />, howLong: <HowLong {...each} /> },
              }))}
            />
          </NoticeSection>
          <NoticeSection title="privacy.browser">
            <Paragraph id="privacy.browser.text" />
          </NoticeSection>
          <NoticeSection title="privacy.address">
            <Paragraph id="privacy.address.text" />
          </NoticeSection>
          <NoticeSection title="privacy.backups">
            {service.backupDays === null ? (
              <SaidByOperator text={null} />
            ) : (
              <p>
                <FormattedMessage id="privacy.backups.days" values={{ days: service.backupDays }} />
              </p>
            )}
          </NoticeSection>
          <NoticeSection title="privacy.rights">
            <Paragraph id="privacy.rights.text" />
          </NoticeSection>
          <OperatorsText paragraphs={service.notices} />
        </div>
      )}
    </LoadedPage>
  );
}

type Kept = PrivacyPageQuery['service']['kept'][number];

const DAY_MINUTES = 24 * 60;

/** In days, where it is so many; without a time where it is until somebody ends it. */
function HowLong({ minutes, outlastsHer }: Pick<Kept, 'minutes' | 'outlastsHer'>) {
  const intl = useIntl();
  if (minutes === null) return <FormattedMessage id={outlastsHer ? 'privacy.kept.forGood' : 'privacy.kept.lasting'} />;
  const [amount, unit] = minutes < DAY_MINUTES ? [minutes, 'minute'] : [minutes / DAY_MINUTES, 'day'];
  return intl.formatNumber(amount, { style: 'unit', unit, unitDisplay: 'long' });
}
