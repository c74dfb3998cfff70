import { FormattedMessage } from 'react-intl';
import { Button, LinkButton } from '../../../parts/button.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useLink } from '../../../parts/people/use-link.js';
import { actForNobody } from '../../../shell/acting-for.js';

/** Where whoever is known signs in by her own way, and comes back to what waits for her. */
const SIGN_IN = '/sign-in?to=/join';

/**
 * The link of an invitation's mail. Opening it does nothing: programs that look into mails open them too. The button signs in
 * somebody new, whose address it proves; whoever is known here signs in as ever.
 */
export function MailedInvitation({ token, isSignedIn }: { readonly token: string; readonly isSignedIn: boolean }) {
  const { found, over } = useLink('/joining/proof', token, false);
  const { address } = (found ?? {}) as { readonly address?: string };
  const { act, busy, failure } = useAct();
  if (over !== undefined) {
    return (
      <>
        <FailedAct failure={over} />
        {!isSignedIn && <ToSignIn />}
      </>
    );
  }
  if (address === undefined) return <Loading />;
  if (isSignedIn) {
    return (
      <Notice>
        <FormattedMessage id="joining.otherAddress" values={{ address }} />
      </Notice>
    );
  }
  const isKnown = failure?.kind === 'failed' && failure.code === 'KNOWN_ALREADY';
  return (
    <>
      <p>
        <FormattedMessage id="joining.mailed" />
      </p>
      {isKnown ? (
        <>
          <div role="status">
            <Notice title={<FormattedMessage id="joining.known" values={{ address }} />} />
          </div>
          <ToSignIn />
        </>
      ) : (
        <>
          <Button
            look="primary"
            isPending={busy}
            onPress={() =>
              void act('POST', '/joining/proof', { token, use: true }, () => {
                // Whoever this browser acted for was somebody else.
                actForNobody();
                location.assign('/join');
              })
            }
          >
            <FormattedMessage id="joining.goOn" values={{ address }} />
          </Button>
          <FailedAct failure={failure} />
        </>
      )}
    </>
  );
}

function ToSignIn() {
  return (
    <div className="actions">
      <LinkButton look="primary" href={SIGN_IN}>
        <FormattedMessage id="nav.signIn" />
      </LinkButton>
    </div>
  );
}
