import { Loading } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useLink } from '../../../parts/people/use-link.js';
import { Invitation, type Choosable, type Invited } from './invitation.js';

/** An invitation that was passed on as a link. */
export function JoinByLink({
  token,
  organisations,
}: {
  readonly token: string;
  readonly organisations: readonly Choosable[];
}) {
  const { found, over } = useLink('/joining/link', token);
  if (over !== undefined) return <FailedAct failure={over} />;
  if (found === undefined) return <Loading />;
  return <Invitation invited={found as Invited} by={{ token }} organisations={organisations} />;
}
