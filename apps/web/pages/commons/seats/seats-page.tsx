import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { LoadedPage } from '../../../shell/page.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { SeatsPageDocument } from '../../../generated/graphql/pages/commons/seats/seats.js';
import { LinkButton } from '../../../parts/button.js';
import { Choices, TextInput } from '../../../parts/forms/fields.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { useLanguage } from '../../../i18n/languages.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { KeptName } from '../../../parts/people/kept-name.js';
import { MailLanguage } from '../../../parts/people/mail-language.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useKept } from '../../../parts/people/use-kept.js';
import { Holders } from './holders.js';
import { Requests } from './requests.js';
import { SeatLinks } from './seat-links.js';
import { ToConfirm } from './to-confirm.js';
import { ROLES, type KeptOfSeats, type Role, type SeatsPart } from './types.js';

/** Who may act for an organisation: for those who administer it. */
export default function SeatsPage({ organisationId }: { readonly organisationId: string }) {
  const intl = useIntl();
  const page = usePage(SeatsPageDocument, {});
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'seats.title' })}>
      {() => <Kept organisationId={organisationId} />}
    </LoadedPage>
  );
}

function Kept({ organisationId }: { readonly organisationId: string }) {
  const path = `/seats/${organisationId}`;
  const { kept: content, failure, reload } = useKept(path);
  const kept = content as KeptOfSeats | undefined;
  if (kept === undefined) return failure === undefined ? <Loading /> : <FailedAct failure={failure} />;
  return (
    <>
      <FailedAct failure={failure} />
      <p>
        <FormattedMessage id="seats.of" values={{ organisation: <KeptName {...kept} /> }} />
      </p>
      <SignInAnew isFresh={kept.isFresh} />
      {kept.keysToLookAt > 0 && (
        <Notice tone="warning">
          <FormattedMessage
            id="seats.keysToLookAt"
            values={{
              count: kept.keysToLookAt,
              keys: (
                <Link href={`/keys/${organisationId}`}>
                  <FormattedMessage id="keys.title" />
                </Link>
              ),
            }}
          />
        </Notice>
      )}
      <Requests path={path} onDone={reload} />
      <ToConfirm path={path} kept={kept} onDone={reload} />
      <Holders path={path} kept={kept} onDone={reload} />
      <Invite path={path} onDone={reload} />
      <SeatLinks path={path} kept={kept} onDone={reload} />
      <div className="actions">
        <LinkButton href={`/keys/${organisationId}`}>
          <FormattedMessage id="keys.title" />
        </LinkButton>
        <LinkButton href="/me">
          <FormattedMessage id="nav.me" />
        </LinkButton>
      </div>
    </>
  );
}

function Invite({ path, onDone }: Omit<SeatsPart, 'kept'>) {
  const intl = useIntl();
  const [address, setAddress] = useState('');
  const [role, setRole] = useState<Role>();
  const [language, setLanguage] = useState(useLanguage().language);
  const [sentTo, setSentTo] = useState<string>();
  const { act, busy, failure } = useAct();
  return (
    <section>
      <h2>
        <FormattedMessage id="seats.invite" />
      </h2>
      <RecordForm
        label={intl.formatMessage({ id: 'seats.invite' })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id="seats.invite.send" />}
        sendingText={<FormattedMessage id="signIn.mail.sending" />}
        onSubmit={() => {
          const sent = address.trim();
          if (sent === '') return;
          setSentTo(undefined);
          void act('POST', `${path}/invitations`, { address: sent, role: role ?? 'WRITER', language }, () => {
            setSentTo(sent);
            setAddress('');
            onDone();
          });
        }}
      >
        <TextInput
          name="address"
          type="email"
          required
          value={address}
          onChange={setAddress}
          label={<FormattedMessage id="seats.invite.address" />}
          help={<FormattedMessage id="seats.invite.help" />}
        />
        <Choices
          name="role"
          value={role ?? 'WRITER'}
          onChange={setRole}
          choices={ROLES.map((each) => ({ value: each, label: <FormattedMessage id={`seatRole.${each}`} /> }))}
          label={<FormattedMessage id="seats.invite.role" />}
        />
        <MailLanguage language={language} onChange={setLanguage} />
      </RecordForm>
      <div role="status">
        {sentTo !== undefined && (
          <Notice tone="good" title={<FormattedMessage id="seats.invite.sent" values={{ address: sentTo }} />} />
        )}
      </div>
      <FailedAct failure={failure} />
    </section>
  );
}
