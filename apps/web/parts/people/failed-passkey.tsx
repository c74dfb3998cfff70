import { FormattedMessage } from 'react-intl';
import { Notice } from '../notice.js';
import { FailedAct } from './failed-act.js';
import type { PasskeyUse } from './use-passkey.js';

/** Why a device did not do what it was asked to, or the server did not take it. */
export function FailedPasskey({ stopped, failure }: Pick<PasskeyUse, 'stopped' | 'failure'>) {
  return (
    <>
      <div role="alert">
        {stopped !== undefined && <Notice tone="warning" title={<FormattedMessage id={`passkey.${stopped}`} />} />}
      </div>
      <FailedAct failure={failure} />
    </>
  );
}
