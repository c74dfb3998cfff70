import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../parts/button.js';
import { Choices } from '../../../parts/forms/fields.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useKept } from '../../../parts/people/use-kept.js';
import { ROLES, type Role } from './types.js';

interface Request {
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
  /** What the link that she followed is for; null where she found the organisation herself. */
  readonly role: 'WRITER' | 'READER' | null;
}

/** Who asks for a seat; nothing where nobody does. @param onDone called where somebody was given one. */
export function Requests({ path, onDone }: { readonly path: string; readonly onDone: () => void }) {
  const { kept, reload } = useKept(`${path}/requests`);
  const requests = (kept as { readonly requests: readonly Request[] } | undefined)?.requests ?? [];
  if (requests.length === 0) return null;
  return (
    <section>
      <h2>
        <FormattedMessage id="seats.requests" />
      </h2>
      <ul className="rows">
        {requests.map((request) => (
          <One
            key={request.id}
            path={`${path}/requests/${request.id}`}
            request={request}
            onDone={() => {
              reload();
              onDone();
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function One({
  path,
  request: { id, name, addresses, role: asked },
  onDone,
}: {
  readonly path: string;
  readonly request: Request;
  readonly onDone: () => void;
}) {
  const intl = useIntl();
  const [role, setRole] = useState<Role>(asked ?? 'WRITER');
  const { act, busy, failure } = useAct();
  const called = name === '' ? intl.formatList(addresses) : name;
  const answer = (given: Role | null) => void act('POST', path, { role: given }, onDone);
  return (
    <li>
      <h3>{called}</h3>
      <p className="quiet">
        {intl.formatList(addresses)} {asked !== null && <FormattedMessage id="seats.byLink" />}
      </p>
      <Choices
        name={`role-${id}`}
        value={role}
        onChange={(chosen) => {
          setRole(chosen ?? 'WRITER');
        }}
        choices={ROLES.map((each) => ({ value: each, label: <FormattedMessage id={`seatRole.${each}`} /> }))}
        label={<FormattedMessage id="seats.invite.role" />}
      />
      <div className="actions">
        <Button
          look="primary"
          isPending={busy}
          onPress={() => {
            answer(role);
          }}
        >
          <FormattedMessage id="seats.admit" values={{ name: called }} />
        </Button>
        <Button
          isPending={busy}
          onPress={() => {
            answer(null);
          }}
        >
          <FormattedMessage id="seats.declineRequest" values={{ name: called }} />
        </Button>
      </div>
      <FailedAct failure={failure} />
    </li>
  );
}
