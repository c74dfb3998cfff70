import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLanguage } from '../../../i18n/languages.js';
import { Choices, TextInput } from '../../../parts/forms/fields.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { MailLanguage } from '../../../parts/people/mail-language.js';
import { useAct } from '../../../parts/people/use-act.js';
import { addressesIn } from './addresses-in.js';
import { CsvFile } from './csv-file.js';

const ROLES = ['MEMBER', 'FUNDER', 'BACKBONE'] as const;
type Role = (typeof ROLES)[number];

interface Line {
  readonly line: string;
  readonly result:
    | 'SENT'
    | 'NO_ADDRESS'
    | 'TWICE'
    | 'INVITED_ALREADY'
    | 'NOT_WANTED'
    | 'ENOUGH_TODAY'
    | 'MAILED_ENOUGH'
    | 'TAKES_NO_MAIL';
}

/** As many as are sent at once. */
const MOST = 20;

/** One address, or a list that is pasted or read from a file; then what became of each line. */
export function InviteByMail({ path, onDone }: { readonly path: string; readonly onDone: () => void }) {
  const intl = useIntl();
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState<Role>('MEMBER');
  const [language, setLanguage] = useState(useLanguage().language);
  const [report, setReport] = useState<readonly Line[]>();
  const { act, busy, failure } = useAct();
  const lines = addressesIn(typed);
  const tooMany = lines.length > MOST;
  return (
    <section>
      <h2>
        <FormattedMessage id="partners.mail" />
      </h2>
      <RecordForm
        label={intl.formatMessage({ id: 'partners.mail' })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id="partners.send" values={{ count: lines.length }} />}
        sendingText={<FormattedMessage id="signIn.mail.sending" />}
        onSubmit={() => {
          if (lines.length === 0 || tooMany) return;
          setReport(undefined);
          void act('POST', path, { role, lines, language }, (content) => {
            setReport((content as { readonly report: readonly Line[] }).report);
            setTyped('');
            onDone();
          });
        }}
      >
        <TextInput
          name="lines"
          required
          rows={4}
          inputMode="email"
          autoCapitalize="none"
          value={typed}
          onChange={setTyped}
          label={<FormattedMessage id="partners.addresses" />}
          help={<FormattedMessage id="partners.addressesHelp" values={{ count: MOST }} />}
          {...(tooMany && { error: <FormattedMessage id="partners.tooMany" values={{ count: MOST }} /> })}
        />
        <CsvFile
          onRead={(addresses) => {
            // Below what is there, where she sees what will be sent.
            setTyped((before) => [...(before.trim() === '' ? [] : [before.trimEnd()]), ...addresses].join('\n'));
          }}
        />
        <Choices
          name="role"
          required
          value={role}
          onChange={(chosen) => {
            setRole(chosen ?? 'MEMBER');
          }}
          choices={ROLES.map((each) => ({ value: each, label: <FormattedMessage id={`role.${each}`} /> }))}
          label={<FormattedMessage id="partners.role" />}
        />
        <MailLanguage language={language} onChange={setLanguage} />
      </RecordForm>
      <Report lines={report} />
      <FailedAct failure={failure} />
    </section>
  );
}

function Report({ lines }: { readonly lines: readonly Line[] | undefined }) {
  const intl = useIntl();
  return (
    <div role="status">
      {lines !== undefined && (
        <Notice title={<FormattedMessage id="partners.report" />}>
          <ul>
            {lines.map(({ line, result }, index) => (
              <li key={`${index} ${line}`}>
                <FormattedMessage
                  id="partners.line"
                  values={{ line, result: intl.formatMessage({ id: `partners.result.${result}` }) }}
                />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
