import { FormattedMessage } from 'react-intl';
import { Button } from '../../../parts/button.js';
import { FailedPasskey } from '../../../parts/people/failed-passkey.js';
import { hasPasskeys, usePasskey } from '../../../parts/people/use-passkey.js';
import { goOn } from './by-mail.js';

/** By a device that was added before; nothing where this browser has none sign here. */
export function ByPasskey({ to }: { readonly to: string }) {
  const { signIn, busy, ...failed } = usePasskey();
  if (!hasPasskeys()) return null;
  return (
    <section>
      <h2>
        <FormattedMessage id="signIn.passkey.title" />
      </h2>
      <p>
        <FormattedMessage id="signIn.passkey.text" />
      </p>
      <Button
        isPending={busy}
        onPress={() =>
          void signIn((opened) => {
            goOn(opened, to);
          })
        }
      >
        <FormattedMessage id="signIn.passkey.send" />
      </Button>
      <FailedPasskey {...failed} />
    </section>
  );
}
