import { useRef, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AcceptBackboneHandover } from '../../../generated/commands/AcceptBackboneHandover.js';
import { AcceptReceiving } from '../../../generated/commands/AcceptReceiving.js';
import { DeclineBackboneHandover } from '../../../generated/commands/DeclineBackboneHandover.js';
import { DeclineInvitation } from '../../../generated/commands/DeclineInvitation.js';
import { DropBackboneHandover } from '../../../generated/commands/DropBackboneHandover.js';
import { EndReceiving } from '../../../generated/commands/EndReceiving.js';
import { JoinMission } from '../../../generated/commands/JoinMission.js';
import { LeaveMission } from '../../../generated/commands/LeaveMission.js';
import type { Role } from '../../../generated/graphql/schema.js';
import { Day } from '../../../i18n/format.js';
import type { Acting } from '../../../parts/acting.js';
import { LinkButton } from '../../../parts/button.js';
import { ActForms } from '../../../parts/forms/act-forms.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { allowedOf, isAllowed } from '../../../parts/may.js';
import { OrganisationLink } from '../../../parts/named.js';
import { Notice } from '../../../parts/notice.js';
import { today } from '../../../parts/today.js';
import { isOpen, OpenInvitation } from './open-invitation.js';
import { Privacy } from './privacy.js';
import type { MissionData } from './types.js';

type Recorded = (position: string | null) => void;

interface Part {
  readonly mission: MissionData;
  readonly acting: Acting;
  readonly recorded: Recorded;
}

/** What an organisation may do in the mission: take part, or else join; and what it is asked. */
export default function TakePart({
  mission,
  acting,
  onRecorded,
}: {
  readonly mission: MissionData;
  readonly acting: Acting;
  readonly onRecorded: Recorded;
}) {
  const place = useRef<HTMLDivElement>(null);
  const recorded = (position: string | null) => {
    // The button goes, and with it the focus: what it led to takes both.
    place.current?.focus({ preventScroll: true });
    onRecorded(position);
  };
  const own = acting.organisationId;
  const invitations = mission.invitations.filter(({ organisation }) => own !== undefined && organisation?.id === own);
  const offers = mission.handovers.filter(({ successor }) => own !== undefined && successor?.id === own);
  const takesPart = acting.roles.length > 0;
  if (!takesPart && !isOpen(mission) && invitations.length === 0 && offers.length === 0) return null;
  const part = { mission, acting, recorded };
  return (
    <div ref={place} tabIndex={-1} className="card take-part">
      {mission.privacyProposals.map((proposal) => (
        <Privacy key={proposal.acceptableUntil} mission={mission} proposal={proposal} recorded={recorded} />
      ))}
      {takesPart ? <TakesPart {...part} /> : <Join {...part} invited={invitations.length > 0} />}
      {invitations.map(({ role }) => (
        <Invited key={role} {...part} role={role} />
      ))}
      {offers.map((offer) => (
        <Offered key={offer.acceptableUntil} {...part} offer={offer} />
      ))}
    </div>
  );
}

const MEMBERS_ACTS = { LeaveMission, DropBackboneHandover };

function TakesPart({ mission, acting, recorded }: Part) {
  const { suspension } = acting;
  const acts = allowedOf(mission.may, MEMBERS_ACTS).map((name) => MEMBERS_ACTS[name]);
  return (
    <>
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
      {suspension !== undefined && suspension.until >= today() && (
        <Notice>
          <FormattedMessage
            id="members.suspended.yours"
            values={{ from: <Day date={suspension.from} />, until: <Day date={suspension.until} /> }}
          />
        </Notice>
      )}
      {isAllowed(mission.may, 'MakeCommitment') && (
        <div className="actions">
          <LinkButton look="primary" href={`/record/commitment/${mission.id}`}>
            <FormattedMessage id="mission.makeCommitment" />
          </LinkButton>
        </div>
      )}
      <Receiving mission={mission} acting={acting} recorded={recorded} />
      <ActForms acts={acts} on={{ missionId: mission.id }} about={mission.title} recorded={recorded} />
    </>
  );
}

const RECEIVERS_ACTS = { AcceptReceiving, EndReceiving };

/** Whoever is promised much may accept it all as it is made: it owes nothing by that. */
function Receiving({ mission, acting, recorded }: Part) {
  const acts = allowedOf(mission.may, RECEIVERS_ACTS).map((name) => RECEIVERS_ACTS[name]);
  const own = mission.receivers.find(({ organisation }) => organisation?.id === acting.organisationId);
  if (acts.length === 0) return null;
  return (
    <>
      <p className="quiet">
        {own !== undefined && own.until >= today() ? (
          <FormattedMessage id="receiving.inForce" values={{ day: <Day date={own.until} /> }} />
        ) : (
          <FormattedMessage id="receiving.text" />
        )}
      </p>
      <ActForms acts={acts} on={{ missionId: mission.id }} about={mission.title} recorded={recorded} />
    </>
  );
}

function Join({ mission, invited, recorded }: Part & { readonly invited: boolean }) {
  return (
    <>
      <OpenInvitation open={isOpen(mission)} />
      {!invited && isAllowed(mission.may, 'JoinMission') && (
        <JoinForm mission={mission} role="MEMBER" recorded={recorded} send={<FormattedMessage id="join.button" />} />
      )}
    </>
  );
}

function Invited({ mission, role, recorded }: Part & { readonly role: Role }) {
  return (
    <>
      <p>
        <FormattedMessage id="join.invited" values={{ role: <FormattedMessage id={`role.${role}`} /> }} />
      </p>
      {isAllowed(mission.may, 'JoinMission') && (
        <JoinForm mission={mission} role={role} recorded={recorded} send={<FormattedMessage id="join.accept" />} />
      )}
      {isAllowed(mission.may, 'DeclineInvitation') && (
        <ActForms
          acts={[DeclineInvitation]}
          on={{ missionId: mission.id, role }}
          about={mission.title}
          recorded={recorded}
        />
      )}
    </>
  );
}

/** An evaluator says what nobody else is asked. */
function JoinForm({
  mission,
  role,
  recorded,
  send,
}: Pick<Part, 'mission' | 'recorded'> & { readonly role: Role; readonly send: ReactNode }) {
  const intl = useIntl();
  const evaluates = role === 'EVALUATOR';
  const form = useCommandForm(JoinMission, {
    subject: `${mission.id} ${role}`,
    given: { missionId: mission.id, role },
    required: evaluates ? ['noTies', 'qualification', 'evidence'] : [],
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  const label = `${intl.formatMessage({ id: 'join.label' })} (${intl.formatMessage({ id: `role.${role}` })})`;
  return (
    <CommandForm form={form} label={label} send={send}>
      {evaluates ? (
        <>
          <CommandField form={form} name="noTies" />
          <CommandField form={form} name="qualification" />
          <CommandField form={form} name="evidence" />
        </>
      ) : (
        <></>
      )}
    </CommandForm>
  );
}

const SUCCESSORS_ACTS = { AcceptBackboneHandover, DeclineBackboneHandover };

function Offered({ mission, offer, recorded }: Part & { readonly offer: MissionData['handovers'][number] }) {
  const acts = allowedOf(mission.may, SUCCESSORS_ACTS).map((name) => SUCCESSORS_ACTS[name]);
  if (acts.length === 0) return null;
  return (
    <>
      <p>
        <FormattedMessage
          id="handover.yours"
          values={{
            organisation: <OrganisationLink organisation={offer.organisation} />,
            day: <Day date={offer.acceptableUntil} />,
          }}
        />
      </p>
      <ActForms acts={acts} on={{ missionId: mission.id }} about={mission.title} recorded={recorded} />
    </>
  );
}
