import { useEffect, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, Redirect } from 'wouter';
import { LoadedPage, Page, type Viewer } from '../../../shell/page.js';
import { signInFromHere } from '../../../shell/sign-in-from-here.js';
import { DeskPageDocument, DeskViewerDocument } from '../../../generated/graphql/pages/commons/desk/desk.js';
import { refuseDesk } from '../../../shell/acting-for.js';
import { codeOf } from '../../../shell/graphql/error-code.js';
import { useAsk, usePage } from '../../../shell/graphql/use-page.js';
import { SaidByServer } from '../../../i18n/refusal-text.js';
import { useApiLanguage } from '../../../i18n/languages.js';
import '../../../styles/pages-review.css';
import { LinkButton } from '../../../parts/button.js';
import { FirstSteps } from '../../../parts/first-steps.js';
import { OrganisationLink } from '../../../parts/named.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { AttestSection } from './attest-section.js';
import { AwaitedSection } from './awaited-section.js';
import { AnswerSection, DeliverSection, ReviewSection } from './desk-sections.js';
import { GroupingSection } from './grouping-section.js';
import { StandInSection } from './stand-in-section.js';

export default function DeskPage({ organisationId }: { readonly organisationId: string }) {
  const intl = useIntl();
  const page = usePage(DeskPageDocument, { organisationId, language: useApiLanguage() });
  const error = page.data === undefined ? page.error?.graphQLErrors[0] : undefined;
  const code = error === undefined ? undefined : codeOf(error);
  if (code === 'UNAUTHENTICATED' || code === 'SESSION_EXPIRED') return <SignedOut />;
  if (code === 'NO_SEAT') {
    return (
      <Forbidden
        key={organisationId}
        organisationId={organisationId}
        said={<SaidByServer code={code} message={error?.message ?? ''} />}
      />
    );
  }
  return (
    <LoadedPage
      page={page}
      title={() => intl.formatMessage({ id: 'desk.title' })}
      kicker={({ desk }) => desk.organisation.name}
    >
      {({ desk, reviewScale, viewer }) => {
        const { reload } = page;
        const groupings = desk.organisation.groupingProposals.totalCount;
        const standIn = desk.settlementsToStandIn.totalCount;
        return (
          <div key={desk.organisation.id}>
            <p>
              <FormattedMessage id="desk.text" />
            </p>
            <FirstSteps organisation={desk.organisation} />
            <Contents
              counts={[
                ['awaited', desk.awaited.totalCount, false],
                ...(standIn === 0 ? [] : [['standIn', standIn, false] as const]),
                ...(groupings === 0 ? [] : [['groupings', groupings, false] as const]),
                ['reviews', desk.reviewRequests.length, false],
                ['answers', desk.reviewsToAnswer.totalCount, false],
                ['deliver', desk.commitmentsToDeliver.totalCount, false],
                ['declare', ...size(desk.contributionsToDeclare)],
                ['corroborate', ...size(desk.contributionsToCorroborate)],
                ['verify', ...size(desk.contributionsToVerify)],
              ]}
            />
            <AwaitedSection desk={desk} />
            <StandInSection desk={desk} />
            <GroupingSection desk={desk} onDone={reload} />
            <ReviewSection requests={desk.reviewRequests} onDone={reload} />
            <AnswerSection desk={desk} scale={reviewScale} onDone={reload} />
            <DeliverSection desk={desk} />
            <AttestSection desk={desk} what="declare" onDone={reload} />
            <AttestSection desk={desk} what="corroborate" onDone={reload} />
            <AttestSection desk={desk} what="verify" onDone={reload} />
            {viewer?.administers === true && (
              <p>
                <Link href="/missions/new">
                  <FormattedMessage id="setup.link" />
                </Link>
              </p>
            )}
          </div>
        );
      }}
    </LoadedPage>
  );
}

type Part =
  'awaited' | 'standIn' | 'groupings' | 'reviews' | 'answers' | 'deliver' | 'declare' | 'corroborate' | 'verify';

/**
 * Of a list that the ledger's guards are asked about one by one: how many of them are sure without asking about all, and
 * whether there are more.
 */
function size({
  nodes,
  pageInfo,
}: {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}): [count: number, more: boolean] {
  // eslint-disable-next-line no-restricted-syntax -- Said as a part: “20+”.
  return [nodes.length, pageInfo.hasNextPage];
}

/** The number of things in each section, with a link to it; “20+” where nobody has counted further. */
function Contents({ counts }: { readonly counts: readonly (readonly [part: Part, count: number, more: boolean])[] }) {
  const intl = useIntl();
  return (
    <nav aria-label={intl.formatMessage({ id: 'desk.contents' })}>
      <ul className="contents-list">
        {counts.map(([part, count, more]) => (
          <li key={part}>
            <a href={`#${part}`} className={count === 0 ? 'quiet' : undefined}>
              <FormattedMessage id={`desk.${part}`} />{' '}
              <span className="count">
                {intl.formatNumber(count)}
                {more && '+'}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Nobody is signed in, or the session is over. Signing in leads back to this page. */
function SignedOut() {
  const intl = useIntl();
  return (
    <Page title={intl.formatMessage({ id: 'desk.title' })} viewer={null}>
      <Notice>
        <FormattedMessage id="desk.signedOut" />
      </Notice>
      <div className="actions">
        <LinkButton look="primary" href={signInFromHere()}>
          <FormattedMessage id="nav.signIn" />
        </LinkButton>
      </div>
    </Page>
  );
}

/** A refused request answers nothing, not even who asks: the viewer is asked for separately, as whoever this tab acted for. */
function Forbidden({ organisationId, said }: { readonly organisationId: string; readonly said: ReactNode }) {
  const intl = useIntl();
  const ask = useAsk();
  const [viewer, setViewer] = useState<Viewer>();
  useEffect(() => {
    let current = true;
    refuseDesk(organisationId);
    ask(DeskViewerDocument, {}).then(
      (found) => {
        if (current) setViewer(found.viewer);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [ask, organisationId]);
  const own = viewer?.organisation ?? undefined;
  if (own === undefined && (viewer?.person ?? null) !== null) return <Redirect replace to="/me" />;
  return (
    <Page title={intl.formatMessage({ id: 'desk.othersTitle' })} viewer={viewer}>
      {viewer === undefined && <Loading />}
      {own !== undefined && own.id !== organisationId ? (
        <>
          <Notice>
            <FormattedMessage id="desk.others" values={{ organisation: <OrganisationLink organisation={own} /> }} />
          </Notice>
          <div className="actions">
            <LinkButton look="primary" href={`/desk/${own.id}`}>
              <FormattedMessage id="desk.toOwn" values={{ organisation: own.name }} />
            </LinkButton>
            <LinkButton href={`/organisations/${organisationId}`}>
              <FormattedMessage id="desk.toTheirPage" />
            </LinkButton>
          </div>
        </>
      ) : (
        viewer !== undefined && <Notice>{said}</Notice>
      )}
    </Page>
  );
}
