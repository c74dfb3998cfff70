import { FormattedMessage } from 'react-intl';

interface Due {
  readonly due: number;
  readonly saidInTime: number;
}

/** Of how many of a mission's targets that fell due it was said in time what became of them; nothing while none did. */
export function TargetsDue({ targets: { due, saidInTime } }: { readonly targets: Due }) {
  if (due === 0) return null;
  return (
    <p>
      <FormattedMessage id="targets.saidInTime" values={{ due, said: saidInTime }} />
    </p>
  );
}
