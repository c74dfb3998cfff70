import { useEffect, useState } from 'react';
import { Loading } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { failureOf } from '../../../parts/people/use-act.js';
import type { Failure } from '../../../shell/graphql/use-recording.js';
import { askSession } from '../../../shell/session.js';
import { Invitation, type Choosable, type Invited } from './invitation.js';

/** An invitation that was passed on as a link. */
export function JoinByLink({
  token,
  organisations,
}: {
  readonly token: string;
  readonly organisations: readonly Choosable[];
}) {
  const [invited, setInvited] = useState<Invited>();
  const [over, setOver] = useState<Failure>();
  useEffect(() => {
    let current = true;
    void askSession('POST', '/joining/link', { token }).then((answer) => {
      if (!current) return;
      if ('failed' in answer) setOver(failureOf(answer.failed));
      else setInvited(answer.content as Invited);
    });
    return () => {
      current = false;
    };
  }, [token]);
  if (over !== undefined) return <FailedAct failure={over} />;
  if (invited === undefined) return <Loading />;
  return <Invitation invited={invited} by={{ token }} organisations={organisations} />;
}
