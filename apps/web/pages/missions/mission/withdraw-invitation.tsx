import { useIntl } from 'react-intl';
import { WithdrawInvitation as command } from '../../../generated/commands/WithdrawInvitation.js';
import type { Role } from '../../../generated/graphql/schema.js';
import { ActForms } from '../../../parts/forms/act-forms.js';
import type { Named } from '../../../parts/named.js';

/** For a backbone, beside an invitation that waits for its answer. */
export default function WithdrawInvitation({
  missionId,
  organisation,
  role,
  recorded,
}: {
  readonly missionId: string;
  readonly organisation: Named;
  readonly role: Role;
  readonly recorded: (position: string | null) => void;
}) {
  const intl = useIntl();
  return (
    <ActForms
      acts={[command]}
      on={{ missionId, organisationId: organisation.id, role }}
      about={`${organisation.name}, ${intl.formatMessage({ id: `role.${role}` })}`}
      recorded={recorded}
    />
  );
}
