import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../../../parts/button.js';
import { IdentityBadge } from '../../../parts/identity-badge.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';

interface Alike {
  readonly id: string;
  readonly name: string | null;
  readonly confirmed: boolean;
}

/** What is there by a name that looks like one that waits, and the operator's two answers to that. */
export function Answers({
  alike,
  path,
  given = {},
  approve,
  name,
  onDone,
}: {
  readonly alike: readonly Alike[];
  /** Where she answers. */
  readonly path: string;
  /** What is sent beside the answer. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** What agreeing is called. */
  readonly approve: ReactNode;
  readonly name: string;
  readonly onDone: () => void;
}) {
  const { act, busy, failure } = useAct();
  const answer = (approves: boolean) => void act('POST', path, { ...given, approves }, onDone);
  return (
    <>
      {alike.map((each) => (
        <p key={each.id}>
          <a href={`/organisations/${each.id}`} target="_blank" rel="noopener">
            {each.name}
          </a>{' '}
          <IdentityBadge confirmed={each.confirmed} />
        </p>
      ))}
      <div className="actions">
        <Button
          look="primary"
          isPending={busy}
          onPress={() => {
            answer(true);
          }}
        >
          {approve}
        </Button>
        <Button
          isPending={busy}
          onPress={() => {
            answer(false);
          }}
        >
          <FormattedMessage id="operating.decline" values={{ organisation: name }} />
        </Button>
      </div>
      <FailedAct failure={failure} />
    </>
  );
}
