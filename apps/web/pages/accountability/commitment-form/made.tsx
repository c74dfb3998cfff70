import { useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { PromiseMadeDocument } from '../../../generated/graphql/pages/accountability/commitment-form/commitment-form.js';
import { Day } from '../../../i18n/format.js';
import { AwaitedFrom } from '../../../parts/awaited-from.js';
import { Button, LinkButton } from '../../../parts/button.js';
import { Notice } from '../../../parts/notice.js';
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
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The form that had the focus is gone.
    place.current?.focus();
  }, []);
  return (
    <div ref={place} tabIndex={-1} role="status">
      <Notice tone="good" title={<FormattedMessage id="record.recorded" />}>
        {position !== null && <FormattedMessage id="form.recorded" values={{ position }} />}
      </Notice>
      {id !== undefined && <WhatFollows id={id} position={position} />}
      <div className="actions">
        <LinkButton href={id === undefined ? `/missions/${missionId}` : `/commitments/${id}`} look="primary">
          <FormattedMessage id="record.see" />
        </LinkButton>
        <Button onPress={another}>
          <FormattedMessage id="record.another" />
        </Button>
      </div>
    </div>
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
