import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { JoinPageDocument } from '../../../generated/graphql/pages/commons/join/join.js';
import { Loading } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { ForPeople } from '../../../parts/people/for-people.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useKept } from '../../../parts/people/use-kept.js';
import { inFragment } from '../../../parts/people/use-link.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';
import { AskByLink } from './ask-by-link.js';
import { JoinByLink } from './join-by-link.js';
import { MailedInvitation } from './mailed-invitation.js';
import { Invitation, type Choosable, type Invited } from './invitation.js';
import { Stop } from './stop.js';

interface KeptOfJoining {
  readonly invitations: readonly Invited[];
  readonly organisations: readonly Choosable[];
  /** Whether she signed in a moment ago, as accepting takes. */
  readonly isFresh: boolean;
}

/**
 * Where whoever was invited to a mission accepts for her organisation, or asks not to be written to again; and where a link to a
 * seat leads, by which she asks for it.
 */
export default function JoinPage() {
  const intl = useIntl();
  const page = usePage(JoinPageDocument, {});
  const [token] = useState(() => inFragment('token'));
  const [stop] = useState(() => inFragment('stop'));
  const [seat] = useState(() => inFragment('seat'));
  const [proof] = useState(() => inFragment('invitation'));
  return (
    <LoadedPage
      page={page}
      title={() => intl.formatMessage({ id: seat === undefined ? 'joining.title' : 'joining.seat.title' })}
    >
      {({ viewer }) =>
        stop !== undefined ? (
          <Stop token={stop} />
        ) : proof !== undefined && (viewer?.person ?? null) === null ? (
          <MailedInvitation token={proof} isSignedIn={false} />
        ) : (
          <ForPeople>
            {seat === undefined ? <Kept token={token} proof={proof} /> : <AskByLink token={seat} />}
          </ForPeople>
        )
      }
    </LoadedPage>
  );
}

function Kept({
  token,
  proof,
}: {
  readonly token: string | undefined;
  /** Of the mail of an invitation, which may be for an address that is not hers. */
  readonly proof: string | undefined;
}) {
  const { kept: content, failure, reload } = useKept('/joining');
  const kept = content as KeptOfJoining | undefined;
  if (kept === undefined) return failure === undefined ? <Loading /> : <FailedAct failure={failure} />;
  const { invitations, organisations, isFresh } = kept;
  const hasNone = token === undefined && invitations.length === 0;
  return (
    <>
      {hasNone && proof !== undefined && <MailedInvitation token={proof} isSignedIn />}
      {hasNone ? (
        <p>
          <FormattedMessage id="joining.none" />
        </p>
      ) : (
        <SignInAnew isFresh={isFresh} />
      )}
      {token !== undefined && <JoinByLink token={token} organisations={organisations} />}
      {invitations.map((each) => (
        <Invitation
          key={each.id}
          invited={each}
          by={{ id: each.id }}
          organisations={organisations}
          onDeclined={reload}
        />
      ))}
    </>
  );
}
