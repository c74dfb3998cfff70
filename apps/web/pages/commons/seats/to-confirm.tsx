import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../parts/button.js';
import { Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import { calledAs, type SeatsPart } from './types.js';

/** Seats that nobody has said to be right for a year, to be confirmed at once; nothing where there are none. */
export function ToConfirm({ path, kept: { holders }, onDone }: SeatsPart) {
  const intl = useIntl();
  const { act, busy, failure } = useAct();
  const waiting = holders.filter(({ standing }) => standing !== 'CONFIRMED');
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2>
        <FormattedMessage id="seats.toConfirm" />
      </h2>
      <Notice tone="warning" title={intl.formatList(waiting.map(calledAs))}>
        <FormattedMessage id="seats.toConfirm.text" />
      </Notice>
      <div className="actions">
        <Button
          look="primary"
          isPending={busy}
          onPress={() => {
            const memberIds = waiting.map(({ memberId }) => memberId);
            void act('POST', `${path}/confirmations`, { memberIds }, onDone);
          }}
        >
          <FormattedMessage id="seats.confirm" values={{ count: waiting.length }} />
        </Button>
      </div>
      <FailedAct failure={failure} />
    </section>
  );
}
