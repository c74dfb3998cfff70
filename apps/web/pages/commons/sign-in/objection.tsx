import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Moment } from '../../../i18n/format.js';
import { Button } from '../../../parts/button.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useLink } from '../../../parts/people/use-link.js';

interface Recovery {
  readonly organisation: { readonly name: string | null };
  readonly address: string;
  readonly evidence: string;
  readonly readyAt: string;
}

/** Says who is to administer which organisation, and why; the button stops it. */
export function ObjectionArrived({ token }: { readonly token: string }) {
  const { found, over } = useLink('/recovery/objection', token, false);
  const [done, setDone] = useState(false);
  const { act, busy, failure } = useAct();
  if (over !== undefined) return <FailedAct failure={over} />;
  if (found === undefined) return <Loading />;
  if (done) {
    return (
      <div role="status">
        <Notice tone="good" title={<FormattedMessage id="recovery.stopped" />} />
      </div>
    );
  }
  const { organisation, address, evidence, readyAt } = found as Recovery;
  const values = { organisation: organisation.name ?? '', address, at: <Moment at={readyAt} /> };
  return (
    <>
      <p>
        <FormattedMessage id="me.recovery.others" values={values} />
      </p>
      <p>
        <FormattedMessage id="recovery.shown" values={{ evidence }} />
      </p>
      <Button
        look="primary"
        isPending={busy}
        onPress={() => void act('POST', '/recovery/objection', { token, use: true }, () => setDone(true))}
      >
        <FormattedMessage id="recovery.object" />
      </Button>
      <FailedAct failure={failure} />
    </>
  );
}
