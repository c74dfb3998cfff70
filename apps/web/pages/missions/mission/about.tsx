import { useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  JoinMissionDocument,
  type MissionPageQuery,
} from '../../../generated/graphql/pages/missions/mission/mission.js';
import type { Role } from '../../../generated/graphql/schema.js';
import { useRecording } from '../../../shell/graphql/use-recording.js';
import { Day, RecordedOn } from '../../../i18n/format.js';
import { LinkButton } from '../../../parts/button.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { isAllowed } from '../../../parts/may.js';
import { OrganisationLink } from '../../../parts/named.js';
import { Sdgs } from './sdgs.js';
import type { Acting } from '../../../parts/acting.js';
import type { MissionData } from './types.js';

/** The challenge first; then when, where, and what it counts towards. */
export function AboutMission({ mission }: { readonly mission: MissionData }) {
  return (
    <>
      <p className="challenge">{mission.challenge}</p>
      <dl className="facts mission-facts">
        <dt>
          <FormattedMessage id="mission.dates" />
        </dt>
        <dd>
          <Dates mission={mission} />
        </dd>
        <dt>
          <FormattedMessage id="mission.places" />
        </dt>
        <dd>
          <Places places={mission.places} />
        </dd>
        {mission.sdgs.length > 0 && (
          <>
            <dt>
              <FormattedMessage id="mission.sdgs" />
            </dt>
            <dd>
              <Sdgs codes={mission.sdgs} />
            </dd>
          </>
        )}
        {mission.privateFields.length > 0 && (
          <>
            <dt>
              <FormattedMessage id="mission.private" />
            </dt>
            <dd>
              <ul className="plain-list">
                {mission.privateFields.map((field) => (
                  <li key={field}>
                    <FormattedMessage id={`mission.private.${field}`} />
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>
          <FormattedMessage id="mission.declaredBy" />
        </dt>
        <dd>
          <FormattedMessage
            id="mission.declared"
            values={{
              organisation: <OrganisationLink organisation={mission.declaredBy} />,
              day: <RecordedOn at={mission.declaredAt} />,
            }}
          />
        </dd>
      </dl>
    </>
  );
}

function Dates({ mission: { startsOn, endsOn } }: { readonly mission: MissionData }) {
  const from = startsOn !== null && <Day date={startsOn} />;
  const to = endsOn !== null && <Day date={endsOn} />;
  if (from === false && to === false) return <FormattedMessage id="mission.dates.none" />;
  if (to === false) return <FormattedMessage id="mission.dates.from" values={{ from }} />;
  if (from === false) return <FormattedMessage id="mission.dates.to" values={{ to }} />;
  return <FormattedMessage id="mission.dates.both" values={{ from, to }} />;
}

function Places({ places }: { readonly places: MissionData['places'] }) {
  if (places.length === 0) return <FormattedMessage id="mission.places.none" />;
  return (
    <ul className="inline-list">
      {places.map(({ name, code }, index) => (
        <li key={`${index} ${code ?? name}`}>{name}</li>
      ))}
    </ul>
  );
}

/** What whoever reads this may do in the mission: take part, or else join. */
export function TakePart({
  mission,
  viewer,
  acting,
  onJoined,
}: {
  readonly mission: MissionData;
  readonly viewer: MissionPageQuery['viewer'];
  readonly acting: Acting;
  readonly onJoined: (position: string | null) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  if (acting.roles.length > 0) {
    return (
      <div ref={place} tabIndex={-1} className="card take-part">
        <p>
          <FormattedMessage
            id="mission.youTakePart"
            values={{
              roles: acting.roles.map((role, index) => (
                <span key={role}>
                  {index > 0 && ', '}
                  <FormattedMessage id={`role.${role}`} />
                </span>
              )),
            }}
          />
        </p>
        {isAllowed(mission.may, 'MakeCommitment') && (
          <LinkButton look="primary" href={`/record/commitment/${mission.id}`}>
            <FormattedMessage id="mission.makeCommitment" />
          </LinkButton>
        )}
      </div>
    );
  }
  const joined = (position: string | null) => {
    // The button goes, and with it the focus: what it led to takes both.
    place.current?.focus({ preventScroll: true });
    onJoined(position);
  };
  const invitation = mission.invitations.find(({ organisation }) => organisation?.id === acting.organisationId);
  if (!mission.openInvitation && invitation === undefined) return null;
  return (
    <div ref={place} tabIndex={-1} className="card take-part">
      <h2>
        <FormattedMessage id={mission.openInvitation ? 'join.open' : 'join.label'} />
      </h2>
      {mission.openInvitation && (
        <p>
          <FormattedMessage id="join.openText" />
        </p>
      )}
      {invitation !== undefined && (
        <p>
          <FormattedMessage id="join.invited" values={{ role: <FormattedMessage id={`role.${invitation.role}`} /> }} />
        </p>
      )}
      {viewer === null && (
        <LinkButton href={`/sign-in?to=${encodeURIComponent(`/missions/${mission.id}`)}`}>
          <FormattedMessage id="join.signIn" />
        </LinkButton>
      )}
      {isAllowed(mission.may, 'JoinMission') && (
        <Join mission={mission} role={invitation?.role ?? 'MEMBER'} onJoined={joined} />
      )}
    </div>
  );
}

function Join({
  mission,
  role,
  onJoined,
}: {
  readonly mission: MissionData;
  readonly role: Role;
  readonly onJoined: (position: string | null) => void;
}) {
  const intl = useIntl();
  const { record, sending, failure } = useRecording(JoinMissionDocument);
  const join = async () => {
    const recorded = await record({ missionId: mission.id, role });
    if (recorded !== undefined) onJoined(recorded.receipt.position);
  };
  return (
    <RecordForm
      label={intl.formatMessage({ id: 'join.label' })}
      sending={sending}
      failure={failure}
      onSubmit={() => void join()}
      send={<FormattedMessage id={role === 'MEMBER' ? 'join.button' : 'join.accept'} />}
    >
      {null}
    </RecordForm>
  );
}
