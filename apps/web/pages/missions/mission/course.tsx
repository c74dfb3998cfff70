import { FormattedMessage } from 'react-intl';
import { Day } from '../../../i18n/format.js';
import { Reveal } from '../../../parts/reveal.js';
import { Said } from '../../../parts/said.js';
import { today } from '../../../parts/today.js';
import type { MissionData } from './types.js';

type Pause = MissionData['pauses'][number];

/** Whether a mission is paused or closed, and what was learnt on the way; nothing of one that simply goes on. */
export function Course({
  mission: { closedOn, closedAs, learntByClosing, pauses },
}: {
  readonly mission: MissionData;
}) {
  const lasting = pauses.find(({ endedOn }) => endedOn === null);
  const earlier = pauses.filter(({ endedOn }) => endedOn !== null);
  return (
    <>
      {closedOn !== null && closedAs !== null && (
        <div className="card">
          <h2>
            <FormattedMessage id="mission.closed" values={{ day: <Day date={closedOn} /> }} />
          </h2>
          <p>
            <FormattedMessage
              id="mission.closed.text"
              values={{ outcome: <FormattedMessage id={`outcome.${closedAs}`} /> }}
            />
          </p>
          <Learned said={learntByClosing} />
        </div>
      )}
      {lasting !== undefined && <Paused pause={lasting} />}
      {earlier.length > 0 && (
        <Reveal label={<FormattedMessage id="mission.pauses" />}>
          <ul className="stack">
            {earlier.map((pause) => (
              <li key={pause.pausedOn}>
                <Ended pause={pause} />
              </li>
            ))}
          </ul>
        </Reveal>
      )}
    </>
  );
}

function Paused({ pause: { pausedOn, reassessBy, reason } }: { readonly pause: Pause }) {
  return (
    <div className="card">
      <h2>
        <FormattedMessage id="mission.paused" values={{ day: <Day date={pausedOn} /> }} />
      </h2>
      <Said said={reason} />
      <p>
        <FormattedMessage
          id={today() > reassessBy ? 'mission.paused.overdue' : 'mission.paused.text'}
          values={{ by: <Day date={reassessBy} /> }}
        />
      </p>
    </div>
  );
}

function Ended({ pause: { pausedOn, endedOn, outcome, reason, learned } }: { readonly pause: Pause }) {
  const days = { from: <Day date={pausedOn} />, to: <Day date={endedOn ?? pausedOn} /> };
  return (
    <>
      <p>
        {outcome === null ? (
          <FormattedMessage id="mission.pauses.closed" values={days} />
        ) : (
          <FormattedMessage
            id="mission.pauses.ended"
            values={{ ...days, outcome: <FormattedMessage id={`outcome.${outcome}`} /> }}
          />
        )}
      </p>
      <Said said={reason} />
      <Learned said={learned} />
    </>
  );
}

function Learned({ said }: { readonly said: Pause['learned'] }) {
  if (said === null) return null;
  return (
    <>
      <p className="quiet">
        <FormattedMessage id="mission.learned" />
      </p>
      <Said said={said} />
    </>
  );
}
