import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../../../parts/button.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useLink } from '../../../parts/people/use-link.js';

interface Change {
  readonly change: 'ADDED' | 'REMOVED';
  readonly address: string;
}

/** Says what would be taken back; the button does it. */
export function UndoArrived({ token }: { readonly token: string }) {
  const { found, over } = useLink('/undo', token, false);
  const [done, setDone] = useState(false);
  const { act, busy, failure } = useAct();
  if (over !== undefined) return <FailedAct failure={over} />;
  if (found === undefined) return <Loading />;
  const { change, address } = found as Change;
  if (done) {
    return (
      <div role="status">
        <Notice tone="good" title={<FormattedMessage id="undo.done" />} />
      </div>
    );
  }
  return (
    <>
      <p>
        <FormattedMessage id={`undo.${change}`} values={{ address }} />
      </p>
      <Button
        look="primary"
        isPending={busy}
        onPress={() => {
          void act('POST', '/undo', { token, use: true }, () => setDone(true));
        }}
      >
        <FormattedMessage id="undo.send" />
      </Button>
      <FailedAct failure={failure} />
    </>
  );
}
