import { RecordedOn } from '../../../i18n/format.js';
import { useCallback } from 'react';
import { FormattedMessage } from 'react-intl';
import { MoreMembersDocument } from '../../../generated/graphql/pages/missions/mission/mission.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { OrganisationLink } from '../../../parts/named.js';
import { Badge } from '../../../parts/badge.js';
import { MoreButton } from '../../../parts/more-button.js';
import { Reveal } from '../../../parts/reveal.js';
import type { MissionData } from './types.js';

type Member = MissionData['members']['nodes'][number];

const memberKey = ({ organisation, joinedAt }: Member): string => organisation?.id ?? joinedAt;

/** By sector, and within one in the order of joining: no order here means anything else. */
export function MembersSection({ mission }: { readonly mission: MissionData }) {
  const ask = useAsk();
  const next = useCallback(
    async (after: string | null) => (await ask(MoreMembersDocument, { id: mission.id, after })).mission?.members,
    [ask, mission.id],
  );
  const more = useMore<Member>(mission.members, memberKey, next);
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
      <Sectors counts={mission.membersBySector} present={present} />
      <MoreButton more={more} />
      {mission.invitations.length > 0 && <Invitations invitations={mission.invitations} />}
      {former.length > 0 && <Former members={former} />}
    </section>
  );
}

interface SectorsProps {
  readonly counts: MissionData['membersBySector'];
  readonly present: readonly Member[];
}

function Sectors({ counts, present }: SectorsProps) {
  return (
    <div className="columns sectors">
      {counts
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
                      <MemberLine member={member} />
                    </li>
                  ))}
              </ul>
            )}
          </div>
        ))}
    </div>
  );
}

function Invitations({ invitations }: Pick<MissionData, 'invitations'>) {
  return (
    <Reveal label={<FormattedMessage id="mission.invitations" />}>
      <ul className="plain-list">
        {invitations.map(({ organisation, role }) => (
          <li key={`${organisation?.id ?? ''} ${role}`}>
            <OrganisationLink organisation={organisation} /> <RoleBadge role={role} />
          </li>
        ))}
      </ul>
    </Reveal>
  );
}

function Former({ members }: { readonly members: readonly Member[] }) {
  return (
    <Reveal label={<FormattedMessage id="mission.members.former" values={{ count: members.length }} />}>
      <ul className="plain-list">
        {members.map(({ organisation, joinedAt, leftAt }) => (
          <li key={organisation?.id ?? joinedAt}>
            <OrganisationLink organisation={organisation} />{' '}
            {leftAt !== null && (
              <span className="quiet">
                <FormattedMessage id="mission.members.left" values={{ day: <RecordedOn at={leftAt} /> }} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Reveal>
  );
}

function MemberLine({ member: { organisation, roles } }: { readonly member: Member }) {
  return (
    <>
      <OrganisationLink organisation={organisation} /> {/* Being a member is what the list says already. */}
      {roles
        .filter((role) => role !== 'MEMBER')
        .map((role) => (
          <RoleBadge key={role} role={role} />
        ))}
    </>
  );
}

function RoleBadge({ role }: { readonly role: Member['roles'][number] }) {
  return (
    <Badge>
      <FormattedMessage id={`role.${role}`} />
    </Badge>
  );
}
