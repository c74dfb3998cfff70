import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { LoadedPage } from '../../../shell/page.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { SeatsPageDocument } from '../../../generated/graphql/pages/commons/seats/seats.js';
import { Button, LinkButton } from '../../../parts/button.js';
import { Choices, TextInput } from '../../../parts/forms/fields.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useKept } from '../../../parts/people/use-kept.js';
import { Requests } from './requests.js';

const ROLES = ['WRITER', 'READER', 'ADMIN'] as const;
type Role = (typeof ROLES)[number];

interface KeptOfSeats {
  /** Of the organisation; null for one that is not registered. */
  readonly name: string | null;
  readonly holders: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly addresses: readonly string[];
    readonly role: Role;
    readonly isSelf: boolean;
  }[];
  readonly invitations: readonly {
    readonly id: string;
    readonly address: string;
    readonly role: Role;
    readonly until: string;
  }[];
}

/** Who may act for an organisation: for those who administer it. */
export default function SeatsPage({ organisationId }: { readonly organisationId: string }) {
  const intl = useIntl();
  const page = usePage(SeatsPageDocument, {});
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'seats.title' })}>
      {() => <Kept path={`/seats/${organisationId}`} />}
    </LoadedPage>
  );
}

function Kept({ path }: { readonly path: string }) {
  const { kept: content, failure, reload } = useKept(path);
  const kept = content as KeptOfSeats | undefined;
  if (kept === undefined) return failure === undefined ? <Loading /> : <FailedAct failure={failure} />;
  return (
    <>
      <FailedAct failure={failure} />
      <p>
        <FormattedMessage id="seats.of" values={{ organisation: kept.name ?? <FormattedMessage id="unnamed" /> }} />
      </p>
      <Requests path={path} onDone={reload} />
      <Holders path={path} kept={kept} onDone={reload} />
      <Invite path={path} onDone={reload} />
      <div className="actions">
        <LinkButton href="/me">
          <FormattedMessage id="nav.me" />
        </LinkButton>
      </div>
    </>
  );
}

interface Props {
  readonly path: string;
  readonly onDone: () => void;
}

function Holders({ path, kept: { holders, invitations }, onDone }: Props & { readonly kept: KeptOfSeats }) {
  const intl = useIntl();
  const { act, busy, failure } = useAct();
  return (
    <section>
      <h2>
        <FormattedMessage id="seats.holders" />
      </h2>
      <ul className="rows">
        {holders.map(({ memberId, name, addresses, role, isSelf }) => (
          <li key={memberId}>
            <h3>
              {name === '' ? intl.formatList(addresses) : name} {isSelf && <FormattedMessage id="seats.you" />}
            </h3>
            <p className="quiet">{intl.formatList(addresses)}</p>
            <p>
              <FormattedMessage id={`seatRole.${role}`} />
            </p>
            <Button
              isPending={busy}
              onPress={() => {
                void act('DELETE', `${path}/members/${memberId}`, undefined, onDone);
              }}
            >
              <FormattedMessage id="seats.remove" values={{ name: name === '' ? (addresses[0] ?? '') : name }} />
            </Button>
          </li>
        ))}
        {invitations.map(({ id, address, role, until }) => (
          <li key={id}>
            <h3>{address}</h3>
            <p className="quiet">
              <FormattedMessage id="seats.invited" />{' '}
              <FormattedMessage id="me.until" values={{ date: <FormattedDate value={until} dateStyle="long" /> }} />
            </p>
            <p>
              <FormattedMessage id={`seatRole.${role}`} />
            </p>
            <Button
              isPending={busy}
              onPress={() => {
                void act('DELETE', `${path}/invitations/${id}`, undefined, onDone);
              }}
            >
              <FormattedMessage id="seats.revoke" values={{ address }} />
            </Button>
          </li>
        ))}
      </ul>
      <FailedAct failure={failure} />
    </section>
  );
}

function Invite({ path, onDone }: Props) {
  const intl = useIntl();
  const [address, setAddress] = useState('');
  const [role, setRole] = useState<Role>();
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
          void act('POST', `${path}/invitations`, { address: sent, role: role ?? 'WRITER' }, () => {
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
