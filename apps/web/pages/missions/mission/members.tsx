import { lazy, Suspense, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import {
  MoreListingsDocument,
  MoreMembersDocument,
  QualificationsOfEvaluatorsDocument,
} from '../../../generated/graphql/pages/missions/mission/mission.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk, usePage } from '../../../shell/graphql/use-page.js';
import { Day, RecordedOn } from '../../../i18n/format.js';
import type { Acting } from '../../../parts/acting.js';
import { EvidenceList } from '../../../parts/evidence.js';
import { OrganisationLink } from '../../../parts/named.js';
import { today } from '../../../parts/today.js';
import { Badge } from '../../../parts/badge.js';
import { isAllowed } from '../../../parts/may.js';
import { MoreButton } from '../../../parts/more-button.js';
import { Reveal } from '../../../parts/reveal.js';
import { Said } from '../../../parts/said.js';
import { Unverified } from '../../../parts/unverified.js';
import type { Choosable } from './steering.js';
import type { MissionData } from './types.js';

const Steering = lazy(() => import('./steering.js'));
const WithdrawInvitation = lazy(() => import('./withdraw-invitation.js'));

type Member = MissionData['members']['nodes'][number];
type Listing = MissionData['listings']['nodes'][number];

const memberKey = ({ organisation, joinedAt }: Member): string => organisation?.id ?? joinedAt;

const listingKey = ({ organisation, role }: Listing): string => `${organisation?.id ?? ''} ${role}`;

/** Each once, and none that the page has no name for. */
function choosable(those: readonly { readonly organisation: Choosable | null }[]): readonly Choosable[] {
  const found = those.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]));
  return [...new Map(found.map((each) => [each.id, each])).values()];
}

/** By sector, and within one in the order of joining: no order here means anything else. */
export function MembersSection({
  mission,
  acting,
  onRecorded,
}: {
  readonly mission: MissionData;
  readonly acting: Acting;
  readonly onRecorded: (position: string | null) => void;
}) {
  const ask = useAsk();
  const next = useCallback(
    async (after: string | null) => (await ask(MoreMembersDocument, { id: mission.id, after })).mission?.members,
    [ask, mission.id],
  );
  const more = useMore<Member>(mission.members, memberKey, next);
  const nextListings = useCallback(
    async (after: string | null) => (await ask(MoreListingsDocument, { id: mission.id, after })).mission?.listings,
    [ask, mission.id],
  );
  const listings = useMore<Listing>(mission.listings, listingKey, nextListings);
  const former = more.nodes.filter(({ leftAt }) => leftAt !== null);
  const present = more.nodes.filter(({ leftAt }) => leftAt === null);
  return (
    <section aria-labelledby="members">
      <h2 id="members">
        <FormattedMessage id="mission.members" />
      </h2>
      <p className="quiet">
        <FormattedMessage id="mission.members.text" />
      </p>
      <Sectors mission={mission} present={present} />
      <MoreButton more={more} />
      <Invitations mission={mission} onRecorded={onRecorded} />
      {mission.handovers
        .filter(({ acceptableUntil }) => acceptableUntil >= today())
        .map((offer) => (
          <p key={offer.acceptableUntil}>
            <FormattedMessage
              id="handover.offered"
              values={{
                organisation: <OrganisationLink organisation={offer.organisation} />,
                successor: <OrganisationLink organisation={offer.successor} />,
                day: <Day date={offer.acceptableUntil} />,
              }}
            />
          </p>
        ))}
      {listings.nodes.length > 0 && <Listings listings={listings.nodes} more={<MoreButton more={listings} />} />}
      {former.length > 0 && <Former members={former} />}
      {mission.may.length > 0 && (
        <Suspense fallback={null}>
          <Steering
            mission={mission}
            members={choosable(present.filter(({ organisation }) => organisation?.id !== acting.organisationId))}
            removable={choosable([...present.filter(({ roles }) => !roles.includes('BACKBONE')), ...listings.nodes])}
            onRecorded={onRecorded}
          />
        </Suspense>
      )}
    </section>
  );
}

interface SectorsProps {
  readonly mission: MissionData;
  readonly present: readonly Member[];
}

function Sectors({ mission, present }: SectorsProps) {
  return (
    <div className="columns sectors">
      {mission.membersBySector
        // The three sectors are shown even where they are empty; “undeclared” only where there is one.
        .filter(({ sector, organisations }) => sector !== 'UNDECLARED' || organisations > 0)
        .map(({ sector, organisations }) => (
          <div key={sector}>
            <h3>
              <FormattedMessage
                id="mission.members.count"
                values={{ sector: <FormattedMessage id={`sector.${sector}`} />, count: organisations }}
              />
            </h3>
            {organisations === 0 ? (
              <p className="quiet">
                <FormattedMessage id="mission.members.noneOf" />
              </p>
            ) : (
              <ul className="plain-list">
                {present
                  .filter(({ organisation }) => (organisation?.sector ?? 'UNDECLARED') === sector)
                  .map((member) => (
                    <li key={member.organisation?.id ?? member.joinedAt}>
                      <MemberLine mission={mission} member={member} />
                    </li>
                  ))}
              </ul>
            )}
          </div>
        ))}
    </div>
  );
}

/** A backbone takes back what nobody has accepted yet. */
function Invitations({
  mission: { id, may, invitations },
  onRecorded,
}: {
  readonly mission: MissionData;
  readonly onRecorded: (position: string | null) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [withdrawn, setWithdrawn] = useState(false);
  const recorded = (position: string | null) => {
    setWithdrawn(true);
    // The invitation goes, and with it what had the focus.
    place.current?.focus({ preventScroll: true });
    onRecorded(position);
  };
  return (
    <div ref={place} tabIndex={-1}>
      {invitations.length > 0 && (
        <Reveal label={<FormattedMessage id="mission.invitations" />}>
          <ul className="plain-list">
            {invitations.map(({ organisation, role }) => (
              <li key={`${organisation?.id ?? ''} ${role}`}>
                <OrganisationLink organisation={organisation} /> <RoleBadge role={role} />
                {organisation !== null && isAllowed(may, 'WithdrawInvitation') && (
                  <Suspense fallback={null}>
                    <WithdrawInvitation missionId={id} organisation={organisation} role={role} recorded={recorded} />
                  </Suspense>
                )}
              </li>
            ))}
          </ul>
        </Reveal>
      )}
      <div role="status">{withdrawn && <FormattedMessage id="act.done" />}</div>
    </div>
  );
}

function Listings({ listings, more }: { readonly listings: readonly Listing[]; readonly more: ReactNode }) {
  return (
    <Reveal label={<FormattedMessage id="mission.listings" />}>
      <p className="quiet">
        <FormattedMessage id="mission.listings.text" />
      </p>
      <ul className="plain-list">
        {listings.map(({ organisation, role, source }) => (
          <li key={`${organisation?.id ?? ''} ${role}`}>
            <OrganisationLink organisation={organisation} />{' '}
            <span className="quiet">
              <FormattedMessage
                id="mission.listings.source"
                values={{
                  role: <FormattedMessage id={`role.${role}`} />,
                  dataset: source.dataset,
                  record: source.record,
                }}
              />
              <Unverified source={source} />
            </span>
          </li>
        ))}
      </ul>
      {more}
    </Reveal>
  );
}

function Former({ members }: { readonly members: readonly Member[] }) {
  return (
    <Reveal label={<FormattedMessage id="mission.members.former" values={{ count: members.length }} />}>
      <ul className="plain-list">
        {members.map(({ organisation, joinedAt, leftAt, removalReason }) => (
          <li key={organisation?.id ?? joinedAt}>
            <OrganisationLink organisation={organisation} />{' '}
            {leftAt !== null && (
              <span className="quiet">
                <FormattedMessage
                  id={removalReason === null ? 'mission.members.left' : 'members.removed'}
                  values={{ day: <RecordedOn at={leftAt} /> }}
                />
              </span>
            )}
            <Said said={removalReason} />
          </li>
        ))}
      </ul>
    </Reveal>
  );
}

function MemberLine({ mission, member }: { readonly mission: MissionData; readonly member: Member }) {
  const receiver = mission.receivers.find((each) => each.organisation?.id === member.organisation?.id);
  const { organisation, roles, suspendedFrom, suspendedUntil, suspensionReason } = member;
  return (
    <>
      <OrganisationLink organisation={organisation} /> {/* Being a member is what the list says already. */}
      {roles
        .filter((role) => role !== 'MEMBER')
        .map((role) => (
          <RoleBadge key={role} role={role} />
        ))}
      {suspendedFrom !== null && suspendedUntil !== null && suspendedUntil >= today() && (
        <>
          <p className="quiet">
            <FormattedMessage
              id="members.suspended"
              values={{ from: <Day date={suspendedFrom} />, until: <Day date={suspendedUntil} /> }}
            />
          </p>
          <Said said={suspensionReason} />
        </>
      )}
      {receiver !== undefined && receiver.until >= today() && (
        <p className="quiet">
          <FormattedMessage id="receiving.of" values={{ day: <Day date={receiver.until} /> }} />
        </p>
      )}
      {roles.includes('EVALUATOR') && <Accredited organisation={organisation} />}
      {member.qualification !== null && roles.includes('EVALUATOR') && (
        <Qualification missionId={mission.id} member={member} />
      )}
    </>
  );
}

/** The network's word on an evaluator, or that there is none. */
function Accredited({ organisation }: Pick<Member, 'organisation'>) {
  const inForce = organisation?.accreditations.nodes.find(({ standing }) => standing === 'IN_FORCE');
  return (
    <p className="quiet">
      {inForce === undefined ? (
        <FormattedMessage id="members.notAccredited" />
      ) : (
        <FormattedMessage
          id="members.accredited"
          values={{ until: <Day date={inForce.until} />, scope: inForce.scope }}
        />
      )}
    </p>
  );
}

/** What an evaluator said of itself as it joined. */
function Qualification({ missionId, member }: { readonly missionId: string; readonly member: Member }) {
  const { organisation, qualification } = member;
  return (
    <Reveal
      level={4}
      label={
        <>
          <FormattedMessage id="members.qualification" />
          <span className="visually-hidden"> ({organisation?.name})</span>
        </>
      }
    >
      <p>{qualification}</p>
      <ShownOnJoining missionId={missionId} organisation={organisation} />
      <p className="quiet">
        <FormattedMessage id="members.noTies" />
      </p>
    </Reveal>
  );
}

/** Links and files are asked for with those of the other evaluators, once somebody wants to see one's. */
function ShownOnJoining({ missionId, organisation }: Pick<Member, 'organisation'> & { readonly missionId: string }) {
  const variables = useMemo(() => ({ id: missionId }), [missionId]);
  const { data } = usePage(QualificationsOfEvaluatorsDocument, variables);
  const shown = data?.mission?.members.nodes.find((each) => each.organisation?.id === organisation?.id);
  if (shown === undefined) return null;
  return <EvidenceList links={shown.evidenceLinks} files={shown.evidenceFiles} />;
}

function RoleBadge({ role }: { readonly role: Member['roles'][number] }) {
  return (
    <Badge>
      <FormattedMessage id={`role.${role}`} />
    </Badge>
  );
}
