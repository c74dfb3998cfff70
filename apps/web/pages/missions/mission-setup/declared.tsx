import { useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { LinkButton } from '../../../parts/button.js';
import { Notice } from '../../../parts/notice.js';
import { useViewer } from '../../../shell/page.js';

/** Said once all of it is recorded, and what comes next: partners before promises. A person alone invites by mail or link. */
export function Declared({ missionId }: { readonly missionId: string }) {
  const place = useRef<HTMLDivElement>(null);
  const isPerson = (useViewer()?.person ?? null) !== null;
  useEffect(() => {
    // The button that had the focus is gone.
    place.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  return (
    <div ref={place} tabIndex={-1} role="status">
      <Notice tone="good" title={<FormattedMessage id="setup.declared" />}>
        <FormattedMessage id="setup.declared.text" />
      </Notice>
      <div className="actions">
        {isPerson && (
          <LinkButton href={`/missions/${missionId}/partners`} look="primary">
            <FormattedMessage id="mission.invitePartners" />
          </LinkButton>
        )}
        <LinkButton href={`/missions/${missionId}`} {...(!isPerson && { look: 'primary' })}>
          <FormattedMessage id="setup.toMission" />
        </LinkButton>
        <LinkButton href={`/record/commitment/${missionId}`}>
          <FormattedMessage id="setup.toPromise" />
        </LinkButton>
      </div>
    </div>
  );
}
