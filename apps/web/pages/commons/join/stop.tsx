import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../../../parts/button.js';
import { Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';

/** Opening the link of a mail does nothing: programs that look into mails open them too. */
export function Stop({ token }: { readonly token: string }) {
  const [done, setDone] = useState(false);
  const { act, busy, failure } = useAct();
  if (done) {
    return (
      <div role="status">
        <Notice tone="good" title={<FormattedMessage id="joining.stopped" />} />
      </div>
    );
  }
  return (
    <>
      <p>
        <FormattedMessage id="joining.stopText" />
      </p>
      <Button
        look="primary"
        isPending={busy}
        onPress={() =>
          void act('POST', '/joining/stop', { token }, () => {
            setDone(true);
          })
        }
      >
        <FormattedMessage id="joining.stop" />
      </Button>
      <FailedAct failure={failure} />
    </>
  );
}
