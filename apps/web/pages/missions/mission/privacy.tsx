import { FormattedMessage } from 'react-intl';
import { AcceptPrivacy } from '../../../generated/commands/AcceptPrivacy.js';
import { DeclinePrivacy } from '../../../generated/commands/DeclinePrivacy.js';
import { DropPrivacy } from '../../../generated/commands/DropPrivacy.js';
import { Day } from '../../../i18n/format.js';
import { today } from '../../../parts/today.js';
import { ActForms } from '../../../parts/forms/act-forms.js';
import { allowedOf } from '../../../parts/may.js';
import { OrganisationLink, OrganisationLinks } from '../../../parts/named.js';
import type { MissionData } from './types.js';

const ACTS = { AcceptPrivacy, DeclinePrivacy, DropPrivacy };

/** What a mission is proposed to keep private beside: who has agreed, and the answer of whoever is asked. */
export function Privacy({
  mission,
  proposal: { privateFields, reason, acceptableUntil, proposedBy, acceptedBy },
  recorded,
}: {
  readonly mission: MissionData;
  readonly proposal: MissionData['privacyProposals'][number];
  readonly recorded: (position: string | null) => void;
}) {
  if (acceptableUntil < today()) return null;
  const acts = allowedOf(mission.may, ACTS).map((name) => ACTS[name]);
  return (
    <>
      <p>
        <FormattedMessage
          id="privacy.proposed"
          values={{
            organisation: <OrganisationLink organisation={proposedBy} />,
            fields: privateFields.map((field, index) => (
              <span key={field}>
                {index > 0 && ', '}
                <FormattedMessage id={`mission.private.${field}`} />
              </span>
            )),
            day: <Day date={acceptableUntil} />,
          }}
        />
      </p>
      <p className="quiet">{reason}</p>
      <p>
        <FormattedMessage id="privacy.agreed" /> <OrganisationLinks organisations={acceptedBy} />
      </p>
      <ActForms acts={acts} on={{ missionId: mission.id }} about={mission.title} recorded={recorded} />
    </>
  );
}
