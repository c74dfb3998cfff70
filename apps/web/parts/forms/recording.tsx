import { useEffect, useRef, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import type { Viewer } from '../../shell/page.js';
import { signInFromHere } from '../../shell/sign-in-from-here.js';
import { Button, LinkButton } from '../button.js';
import { Notice } from '../notice.js';

/** The form for whoever may record, and the way to it for everybody else. */
export function ForRecorders({ viewer, children }: { readonly viewer: Viewer; readonly children: ReactNode }) {
  if (viewer?.canWrite === true) return <>{children}</>;
  return (
    <Notice>
      <FormattedMessage id="record.signIn" />{' '}
      <Link href={signInFromHere()}>
        <FormattedMessage id="nav.signIn" />
      </Link>
    </Notice>
  );
}

/** The form for whoever administers the organisation: others who record for it are told before they fill anything in. */
export function ForAdministrators({ viewer, children }: { readonly viewer: Viewer; readonly children: ReactNode }) {
  return (
    <ForRecorders viewer={viewer}>
      {viewer?.administers === true ? (
        children
      ) : (
        <Notice>
          <FormattedMessage id="record.notAdmin" />
        </Notice>
      )}
    </ForRecorders>
  );
}

/** The mission a form is about, above its title. */
export function ForMission({ mission }: { readonly mission: { readonly id: string; readonly title: string } | null }) {
  if (mission === null) return null;
  return (
    <FormattedMessage
      id="record.forMission"
      values={{ mission: <Link href={`/missions/${mission.id}`}>{mission.title}</Link> }}
    />
  );
}

export function Unknown() {
  return (
    <p>
      <FormattedMessage id="record.unknown" />
    </p>
  );
}

/** Said once something is recorded, in plain words; the log's own page has its position. */
export function Recorded({
  href,
  another,
  children,
}: {
  readonly href: string;
  readonly another: () => void;
  /** What follows from it. */
  readonly children?: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The form that had the focus is gone.
    place.current?.focus();
  }, []);
  return (
    <div ref={place} tabIndex={-1} role="status">
      <Notice tone="good" title={<FormattedMessage id="record.recorded" />}>
        <FormattedMessage id="form.recorded" />
      </Notice>
      {children}
      <div className="actions">
        <LinkButton href={href} look="primary">
          <FormattedMessage id="record.see" />
        </LinkButton>
        <Button onPress={another}>
          <FormattedMessage id="record.another" />
        </Button>
      </div>
    </div>
  );
}
