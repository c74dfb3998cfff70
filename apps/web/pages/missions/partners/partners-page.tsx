import { FormattedMessage, useIntl } from 'react-intl';
import { PartnersPageDocument } from '../../../generated/graphql/pages/missions/partners/partners.js';
import { LinkButton } from '../../../parts/button.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { ForPeople } from '../../../parts/people/for-people.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useKept } from '../../../parts/people/use-kept.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';
import { InviteByLink } from './invite-by-link.js';
import { InviteByMail } from './invite-by-mail.js';
import { SentInvitations, type Sent } from './sent-invitations.js';

interface KeptOfPartners {
  readonly title: string;
  readonly keepsPrivate: boolean;
  readonly invitations: readonly Sent[];
  /** Whether she signed in a moment ago, as whatever is done here takes. */
  readonly isFresh: boolean;
}

/** Where a backbone invites other organisations to its mission, by mail or by a link: for those who administer it. */
export default function PartnersPage({ missionId }: { readonly missionId: string }) {
  const intl = useIntl();
  const page = usePage(PartnersPageDocument, {});
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'partners.title' })}>
      {({ viewer }) => (
        <ForPeople>
          {(viewer?.organisation ?? null) === null ? (
            <Notice>
              <FormattedMessage id="partners.nobody" />
            </Notice>
          ) : (
            <Kept path={`/partners/${viewer?.organisation?.id ?? ''}/${missionId}`} missionId={missionId} />
          )}
        </ForPeople>
      )}
    </LoadedPage>
  );
}

function Kept({ path, missionId }: { readonly path: string; readonly missionId: string }) {
  const { kept: content, failure, reload } = useKept(path);
  const kept = content as KeptOfPartners | undefined;
  if (kept === undefined) return failure === undefined ? <Loading /> : <FailedAct failure={failure} />;
  return (
    <>
      <p>
        <FormattedMessage id="partners.text" values={{ mission: kept.title }} />
      </p>
      <FailedAct failure={failure} />
      <SignInAnew isFresh={kept.isFresh} />
      <InviteByMail path={path} onDone={reload} />
      {!kept.keepsPrivate && <InviteByLink path={path} onDone={reload} />}
      <SentInvitations path={path} invitations={kept.invitations} onDone={reload} />
      <div className="actions">
        <LinkButton href={`/missions/${missionId}`}>{kept.title}</LinkButton>
      </div>
    </>
  );
}
