import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { LoadedPage } from '../../../shell/page.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { MePageDocument } from '../../../generated/graphql/pages/commons/me/me.js';
import { FirstSteps } from '../../../parts/first-steps.js';
import { FailureNotice } from '../../../parts/forms/form.js';
import { Loading } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { ForPeople } from '../../../parts/people/for-people.js';
import { useForgetDrafts } from '../../../parts/people/use-forget-drafts.js';
import { useKept } from '../../../parts/people/use-kept.js';
import { Accounts } from './accounts.js';
import { Asked } from './asked.js';
import { Addresses } from './addresses.js';
import { Erasing } from './erasing.js';
import { FirstSeat, Invitations, Seats } from './my-seats.js';
import { Passkeys } from './passkeys.js';
import { Profile } from './profile.js';
import { MySessions } from './my-sessions.js';
import { Recovering } from './recoveries.js';
import type { KeptOfMe } from './types.js';

/** What is kept of whoever signed in as herself, and whom she acts for. */
export default function MePage() {
  const intl = useIntl();
  const page = usePage(MePageDocument, {});
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'nav.me' })}>
      {() => (
        <ForPeople>
          <Mine />
        </ForPeople>
      )}
    </LoadedPage>
  );
}

function Mine() {
  const { kept: content, failure, reload } = useKept('/person');
  const kept = content as KeptOfMe | undefined;
  const forgetDrafts = useForgetDrafts();
  const seats = kept?.seats;
  // Her seat may have been taken away while this browser was closed.
  useEffect(() => {
    if (seats !== undefined) forgetDrafts(seats.map(({ organisation }) => organisation.id));
  }, [seats, forgetDrafts]);
  if (kept === undefined) return failure === undefined ? <Loading /> : <FailureNotice failure={failure} />;
  return (
    <>
      <FailedAct failure={failure} />
      {kept.seats.length === 0 && <FirstSteps organisation={null} />}
      <Invitations kept={kept} onDone={reload} />
      <Recovering kept={kept} onDone={reload} />
      <Seats kept={kept} />
      <Asked kept={kept} onDone={reload} />
      <Profile kept={kept} onDone={reload} />
      <Addresses kept={kept} onDone={reload} />
      <Accounts kept={kept} onDone={reload} />
      <Passkeys kept={kept} onDone={reload} />
      <FirstSeat onDone={reload} />
      <MySessions kept={kept} onDone={reload} />
      <Erasing kept={kept} />
    </>
  );
}
