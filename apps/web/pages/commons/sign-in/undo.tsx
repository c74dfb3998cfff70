import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { askSession } from '../../../shell/session.js';
import type { Failure } from '../../../shell/graphql/use-recording.js';
import { Button } from '../../../parts/button.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { failureOf, useAct } from '../../../parts/people/use-act.js';

const TOKEN = /^#undo=([A-Za-z0-9_-]+)$/;

/** Of a link that takes back a change of addresses. In the fragment, which no server is told. */
export function undoInAddress(): string | undefined {
  return TOKEN.exec(location.hash)?.[1];
}

interface Change {
  readonly change: 'ADDED' | 'REMOVED';
  readonly address: string;
}

/** Says what would be taken back; the button does it. */
export function UndoArrived({ token }: { readonly token: string }) {
  const [change, setChange] = useState<Change>();
  const [over, setOver] = useState<Failure>();
  const [done, setDone] = useState(false);
  const { act, busy, failure } = useAct();
  useEffect(() => {
    void askSession('POST', '/undo', { token, use: false }).then((answer) => {
      if ('failed' in answer) setOver(failureOf(answer.failed));
      else setChange(answer.content as Change);
    });
  }, [token]);
  if (over !== undefined) return <FailedAct failure={over} />;
  if (change === undefined) return <Loading />;
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
        <FormattedMessage id={`undo.${change.change}`} values={{ address: change.address }} />
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
