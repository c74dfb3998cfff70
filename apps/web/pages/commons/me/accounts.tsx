import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../../../parts/button.js';
import { Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useAct } from '../../../parts/people/use-act.js';
import type { KeptOfMe } from './types.js';

interface Props {
  readonly kept: KeptOfMe;
  readonly onDone: () => void;
}

/** With which accounts of an issuer she signs in; nothing where there is none. */
export function Accounts({ kept: { accounts, addresses, accountsAreHere, isFresh }, onDone }: Props) {
  const { act, busy, failure } = useAct();
  if (!accountsAreHere && accounts.length === 0) return null;
  const isLast = accounts.length + addresses.length === 1;
  return (
    <section>
      <h2>
        <FormattedMessage id="me.accounts" />
      </h2>
      <Linking onDone={onDone} />
      <SignInAnew isFresh={isFresh} />
      <ul className="rows">
        {accounts.map(({ id, issuer, subject }) => (
          <li key={id}>
            <p>
              <FormattedMessage id="me.account" values={{ issuer: hostOf(issuer), subject }} />
            </p>
            {!isLast && (
              <Button isPending={busy} onPress={() => void act('DELETE', `/person/accounts/${id}`, undefined, onDone)}>
                <FormattedMessage id="me.account.unlink" values={{ subject }} />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {accountsAreHere && (
        <>
          <p>
            <FormattedMessage id="me.account.text" />
          </p>
          <Button
            isPending={busy}
            onPress={() =>
              void act('POST', '/person/accounts/begun', undefined, (begun) => {
                location.assign((begun as { readonly address: string }).address);
              })
            }
          >
            <FormattedMessage id="me.account.link" />
          </Button>
        </>
      )}
      <FailedAct failure={failure} />
    </section>
  );
}

/** Back from the issuer: what was begun on this page, in this browser, is done now, once. */
function Linking({ onDone }: Pick<Props, 'onDone'>) {
  const [isDone, setDone] = useState(false);
  const { act, failure } = useAct();
  useEffect(() => {
    if (location.hash !== '#linking') return;
    history.replaceState(null, '', location.pathname);
    void act('POST', '/person/accounts', undefined, () => {
      setDone(true);
      onDone();
    });
  }, [act, onDone]);
  return (
    <div role="status">
      {isDone && <Notice tone="good" title={<FormattedMessage id="me.account.linked" />} />}
      <FailedAct failure={failure} />
    </div>
  );
}

function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).host : issuer;
}
