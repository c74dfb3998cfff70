import { FormattedMessage } from 'react-intl';
import { PromiseMadeDocument } from '../../../generated/graphql/pages/accountability/commitment-form/commitment-form.js';
import { Day } from '../../../i18n/format.js';
import { AwaitedFrom } from '../../../parts/awaited-from.js';
import { Recorded } from '../../../parts/forms/recording.js';
import { usePage } from '../../../shell/graphql/use-page.js';

/** What came of it: until when it may be changed freely, and whose answer is awaited. */
export function Made({
  id,
  position,
  missionId,
  another,
}: {
  /** `undefined` while the ledger's views have not caught up. */
  readonly id: string | undefined;
  readonly position: string | null;
  readonly missionId: string;
  readonly another: () => void;
}) {
  const href = id === undefined ? `/missions/${missionId}` : `/commitments/${id}`;
  return (
    <Recorded href={href} another={another}>
      {id !== undefined && <WhatFollows id={id} position={position} />}
    </Recorded>
  );
}

function WhatFollows({ id, position }: { readonly id: string; readonly position: string | null }) {
  const { data } = usePage(PromiseMadeDocument, { id, afterPosition: position });
  const made = data?.commitment ?? null;
  if (made === null) return null;
  const { freeToChangeUntil, awaitedFrom } = made;
  return (
    <>
      {freeToChangeUntil !== null && (
        <p>
          <FormattedMessage id="commitment.freeUntil" values={{ day: <Day date={freeToChangeUntil} /> }} />
        </p>
      )}
      <AwaitedFrom organisations={awaitedFrom} />
    </>
  );
}
