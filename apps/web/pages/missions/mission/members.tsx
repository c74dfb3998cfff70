import { lazy, Suspense, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import {
  MoreListingsDocument,
  MoreFormerMembersDocument,
  MoreMembersDocument,
  QualificationOfEvaluatorDocument,
} from '../../../generated/graphql/pages/missions/mission/mission.js';
import { only, useMore } from '../../../shell/graphql/use-more.js';
import { useAsk, usePage } from '../../../shell/graphql/use-page.js';
import { Day, RecordedOn } from '../../../i18n/format.js';
import type { Acting } from '../../../parts/acting.js';
import { EvidenceList } from '../../../parts/evidence.js';
import { OrganisationLink, type Named } from '../../../parts/named.js';
import { today } from '../../../parts/today.js';
import { Badge } from '../../../parts/badge.js';
import { isAllowed } from '../../../parts/may.js';
import { MoreButton } from '../../../parts/more-button.js';
import { Reveal } from '../../../parts/reveal.js';
import { Said } from '../../../parts/said.js';
import { Unverified } from '../../../parts/unverified.js';
import type { MissionData } from './types.js';

const Steering = lazy(() => import('./steering.js'));
const LiftSuspension = lazy(() => import('./lift-suspension.js'));
const WithdrawInvitation = lazy(() => import('./withdraw-invitation.js'));

type Member = MissionData['members']['nodes'][number];
type FormerMember = MissionData['former']['nodes'][number];
type Listing = MissionData['listings']['nodes'][number];

const memberKey = ({ organisation, joinedAt }: Pick<FormerMember, 'joinedAt' | 'organisation'>): string =>
  organisation?.id ?? joinedAt;

const listingKey = ({ organisation, role }: Listing): string => `${organisation?.id ?? ''} ${role}`;

/** Each once, and none that the page has no name for. */
function choosable(...lists: readonly (readonly { readonly organisation: Named | null }[])[]): readonly Named[] {
  const found = lists.flat().flatMap(({ organisation }) => organisation ?? []);
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
    async (after: string | null) =>
      (await ask(MoreMembersDocument, { id: mission.id, after, today: today() })).mission?.members,
    [ask, mission.id],
  );
  const more = useMore<Member>(mission.members, memberKey, next);
  const nextListings = useCallback(
    async (after: string | null) => (await ask(MoreListingsDocument, { id: mission.id, after })).mission?.listings,
    [ask, mission.id],
  );
  const listings = useMore<Listing>(mission.listings, listingKey, nextListings);
  return (
    <section aria-labelledby="members">
      <h2 id="members">
        <FormattedMessage id="mission.members" />
      </h2>
      <p className="quiet">
        <FormattedMessage id="mission.members.text" />
      </p>
      <Sectors mission={mission} present={more.nodes} onRecorded={onRecorded} />
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
      <Former mission={mission} />
      {mission.may.length > 0 && (
        <Suspense fallback={null}>
          <Steering
            mission={mission}
            // eslint-disable-next-line no-restricted-syntax -- Chosen among those shown, with a way to the rest.
            members={choosable(more.nodes.filter(({ organisation }) => organisation?.id !== acting.organisationId))}
            removable={choosable(
              // eslint-disable-next-line no-restricted-syntax -- Likewise.
              more.nodes.filter(({ roles }) => !roles.includes('BACKBONE')),
              listings.nodes,
            )}
            more={more}
            moreListed={listings}
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
  readonly onRecorded: (position: string | null) => void;
}

/** For what goes with an act, and with it what had the focus. */
function useActed(onRecorded: SectorsProps['onRecorded']) {
  const place = useRef<HTMLDivElement>(null);
  const [acted, setActed] = useState(false);
  const recorded = (position: string | null) => {
    setActed(true);
    place.current?.focus({ preventScroll: true });
    onRecorded(position);
  };
  return { place, acted, recorded };
}

function Sectors({ mission, present, onRecorded }: SectorsProps) {
  const { place, acted, recorded } = useActed(onRecorded);
  return (
    <div ref={place} tabIndex={-1}>
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
                        <MemberLine mission={mission} member={member} recorded={recorded} />
                      </li>
                    ))}
                </ul>
              )}
            </div>
          ))}
      </div>
      <div role="status">{acted && <FormattedMessage id="act.done" />}</div>
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
  const { place, acted, recorded } = useActed(onRecorded);
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
      <div role="status">{acted && <FormattedMessage id="act.done" />}</div>
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

function Former({ mission: { id, former } }: { readonly mission: MissionData }) {
  const ask = useAsk();
  const more = useMore<FormerMember>(
    former,
    memberKey,
    async (after) => (await ask(MoreFormerMembersDocument, { id, after })).mission?.members,
  );
  if (former.totalCount === 0) return null;
  return (
    <Reveal label={<FormattedMessage id="mission.members.former" values={{ count: former.totalCount }} />}>
      <ul className="plain-list">
        {more.nodes.map(({ organisation, joinedAt, leftAt, removalReason }) => (
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
      <MoreButton more={more} />
    </Reveal>
  );
}

function MemberLine({
  mission,
  member,
  recorded,
}: Pick<SectorsProps, 'mission'> & {
  readonly member: Member;
  readonly recorded: (position: string | null) => void;
}) {
  const receiver = mission.receivers.find((each) => each.organisation?.id === member.organisation?.id);
  const { organisation, roles, suspendedFrom, suspendedUntil, suspensionLiftedOn, suspensionReason } = member;
  return (
    <>
      <OrganisationLink organisation={organisation} /> {/* Being a member is what the list says already. */}
      {roles
        .filter((role) => role !== 'MEMBER')
        .map((role) => (
          <RoleBadge key={role} role={role} />
        ))}
      {suspendedFrom !== null &&
        suspendedUntil !== null &&
        suspensionLiftedOn === null &&
        suspendedUntil >= today() && (
          <>
            <p className="quiet">
              <FormattedMessage
                id="members.suspended"
                values={{ from: <Day date={suspendedFrom} />, until: <Day date={suspendedUntil} /> }}
              />
            </p>
            <Said said={suspensionReason} />
            {organisation !== null && isAllowed(mission.may, 'LiftSuspension') && (
              <Suspense fallback={null}>
                <LiftSuspension missionId={mission.id} organisation={organisation} recorded={recorded} />
              </Suspense>
            )}
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
  const inForce = only(organisation?.accreditations);
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
      {organisation !== null && <ShownOnJoining missionId={missionId} organisationId={organisation.id} />}
      <p className="quiet">
        <FormattedMessage id="members.noTies" />
      </p>
    </Reveal>
  );
}

/** Links and files are asked for once somebody wants to see them. */
function ShownOnJoining({
  missionId,
  organisationId,
}: {
  readonly missionId: string;
  readonly organisationId: string;
}) {
  const variables = useMemo(() => ({ id: missionId, organisationId }), [missionId, organisationId]);
  const { data } = usePage(QualificationOfEvaluatorDocument, variables);
  const shown = only(data?.mission?.members);
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
