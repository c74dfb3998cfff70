import { FormattedMessage } from 'react-intl';
import { RecordedOn } from '../../../i18n/format.js';
import { Button } from '../../../parts/button.js';
import { AddDevice, DeviceLabel } from '../../../parts/people/add-device.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useAct } from '../../../parts/people/use-act.js';
import { hasPasskeys } from '../../../parts/people/use-passkey.js';
import { Reveal } from '../../../parts/reveal.js';
import type { KeptOfMe } from './types.js';

interface Props {
  readonly kept: KeptOfMe;
  readonly onDone: () => void;
}

/** By which devices she signs in. Where none can be added there is nothing of it, unless some were at another address. */
export function Passkeys({ kept: { passkeys, passkeysAreHere, isFresh }, onDone }: Props) {
  const canAdd = passkeysAreHere && hasPasskeys();
  if (!canAdd && passkeys.length === 0) return null;
  return (
    <section>
      <h2>
        <FormattedMessage id="me.passkeys" />
      </h2>
      <p>
        <FormattedMessage id="me.passkeys.text" />
      </p>
      <SignInAnew isFresh={isFresh} />
      {passkeys.length > 0 && (
        <ul className="rows">
          {passkeys.map((each) => (
            <Passkey key={each.id} passkey={each} onDone={onDone} />
          ))}
        </ul>
      )}
      {canAdd && (
        <Reveal label={<FormattedMessage id="me.passkey.add" />}>
          <AddDevice onDone={onDone} />
        </Reveal>
      )}
    </section>
  );
}

function Passkey({
  passkey: { id, label, addedAt, lastUsedAt },
  onDone,
}: {
  readonly passkey: KeptOfMe['passkeys'][number];
  readonly onDone: () => void;
}) {
  const { act, busy, failure } = useAct();
  const added = <RecordedOn at={addedAt} />;
  const device = label === '' ? <FormattedMessage id="me.passkey.unnamed" values={{ on: added }} /> : label;
  return (
    <li>
      <h3>{device}</h3>
      <p className="quiet">
        {label !== '' && <FormattedMessage id="me.passkey.added" values={{ on: added }} />}{' '}
        {lastUsedAt !== null && (
          <FormattedMessage id="me.passkey.used" values={{ on: <RecordedOn at={lastUsedAt} /> }} />
        )}
      </p>
      <Reveal level={4} label={<FormattedMessage id="me.passkey.rename" values={{ device }} />}>
        <DeviceLabel
          before={label}
          busy={busy}
          send="me.save"
          onSubmit={(given) => void act('POST', `/person/passkeys/${id}`, { label: given }, onDone)}
        />
      </Reveal>
      <Button isPending={busy} onPress={() => void act('DELETE', `/person/passkeys/${id}`, undefined, onDone)}>
        <FormattedMessage id="me.passkey.remove" values={{ device }} />
      </Button>
      <FailedAct failure={failure} />
    </li>
  );
}
