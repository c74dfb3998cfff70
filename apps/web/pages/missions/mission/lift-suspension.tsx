import { LiftSuspension as command } from '../../../generated/commands/LiftSuspension.js';
import { ActForms } from '../../../parts/forms/act-forms.js';
import type { Named } from '../../../parts/named.js';

/** For a backbone, beside a suspension that is in effect or to come. */
export default function LiftSuspension({
  missionId,
  organisation: { id, name },
  recorded,
}: {
  readonly missionId: string;
  readonly organisation: Named;
  readonly recorded: (position: string | null) => void;
}) {
  return <ActForms acts={[command]} on={{ missionId, organisationId: id }} about={name} recorded={recorded} />;
}
