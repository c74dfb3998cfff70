import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { RecordedOn } from '../../../i18n/format.js';
import { Button } from '../../../parts/button.js';
import { Choices } from '../../../parts/forms/fields.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct, type Act } from '../../../parts/people/use-act.js';
import { Reveal } from '../../../parts/reveal.js';
import { calledAs, ROLES, type Holder, type KeptOfSeats, type SeatsPart } from './types.js';

/** Who may act for the organisation, and who is invited to. */
export function Holders({ path, kept: { holders, invitations }, onDone }: SeatsPart) {
  const acts = useAct();
  return (
    <section>
      <h2>
        <FormattedMessage id="seats.holders" />
      </h2>
      <ul className="rows">
        {holders.map((holder) => (
          <HolderRow key={holder.memberId} path={path} holder={holder} acts={acts} onDone={onDone} />
        ))}
        {invitations.map((invitation) => (
          <Invited key={invitation.id} path={path} invitation={invitation} acts={acts} onDone={onDone} />
        ))}
      </ul>
      <FailedAct failure={acts.failure} />
    </section>
  );
}

interface RowProps {
  readonly path: string;
  readonly acts: Act;
  readonly onDone: () => void;
}

function HolderRow({ path, holder, acts: { act, busy }, onDone }: RowProps & { readonly holder: Holder }) {
  const intl = useIntl();
  const { memberId, name, addresses, silent, role, standing, isSelf } = holder;
  const called = calledAs(holder);
  const [, navigate] = useLocation();
  // Her own page has what she may still do, and clears what she had begun for this organisation.
  const onRemoved = isSelf ? () => navigate('/me') : onDone;
  return (
    <li>
      <h3>
        {name === '' ? intl.formatList(addresses) : name} {isSelf && <FormattedMessage id="seats.you" />}
      </h3>
      <p className="quiet">{intl.formatList(addresses)}</p>
      {silent.length > 0 && (
        <p>
          <FormattedMessage id="seats.silent" values={{ addresses: intl.formatList(silent) }} />
        </p>
      )}
      <p>
        <FormattedMessage id={`seatRole.${role}`} /> {standing === 'LAPSED' && <FormattedMessage id="seats.lapsed" />}
      </p>
      <Reveal level={4} label={<FormattedMessage id="seats.change" values={{ name: called }} />}>
        <ChangeRole path={path} holder={holder} onDone={onDone} />
      </Reveal>
      <Button
        isPending={busy}
        onPress={() => {
          void act('DELETE', `${path}/members/${memberId}`, undefined, onRemoved);
        }}
      >
        <FormattedMessage id="seats.remove" values={{ name: called }} />
      </Button>
    </li>
  );
}

function ChangeRole({ path, holder, onDone }: Omit<RowProps, 'acts'> & { readonly holder: Holder }) {
  const intl = useIntl();
  const [role, setRole] = useState(holder.role);
  const { act, busy, failure } = useAct();
  return (
    <>
      <RecordForm
        label={intl.formatMessage({ id: 'seats.change' }, { name: calledAs(holder) })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id="seats.change.send" />}
        sendingText={<FormattedMessage id="me.saving" />}
        onSubmit={() => {
          void act('POST', `${path}/members/${holder.memberId}`, { role }, onDone);
        }}
      >
        <Choices
          name="role"
          value={role}
          onChange={(chosen) => setRole(chosen ?? holder.role)}
          choices={ROLES.map((each) => ({ value: each, label: <FormattedMessage id={`seatRole.${each}`} /> }))}
          label={<FormattedMessage id="seats.invite.role" />}
        />
      </RecordForm>
      <FailedAct failure={failure} />
    </>
  );
}

function Invited({
  path,
  invitation: { id, address, role, until, isLeftBehind },
  acts: { act, busy },
  onDone,
}: RowProps & { readonly invitation: KeptOfSeats['invitations'][number] }) {
  return (
    <li>
      <h3>{address}</h3>
      <p className="quiet">
        <FormattedMessage id="seats.invited" />{' '}
        <FormattedMessage id="me.until" values={{ date: <RecordedOn at={until} /> }} />
      </p>
      <p>
        <FormattedMessage id={`seatRole.${role}`} />
      </p>
      {isLeftBehind && (
        <Notice tone="warning">
          <FormattedMessage id="seats.leftBehind" />
        </Notice>
      )}
      <Button
        isPending={busy}
        onPress={() => {
          void act('DELETE', `${path}/invitations/${id}`, undefined, onDone);
        }}
      >
        <FormattedMessage id="seats.revoke" values={{ address }} />
      </Button>
    </li>
  );
}
