import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import { actForNobody } from '../../../shell/acting-for.js';
import { Button } from '../../../parts/button.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useAct } from '../../../parts/people/use-act.js';
import { ChooseSuccessor } from './successor.js';
import { useForgetDrafts } from '../../../parts/people/use-forget-drafts.js';
import type { KeptOfMe } from './types.js';

/** All that is kept of her, to take along or to erase. */
export function Erasing({ kept: { seats, isFresh } }: { readonly kept: KeptOfMe }) {
  const [asked, setAsked] = useState(false);
  const [successors, setSuccessors] = useState<Readonly<Record<string, string | undefined>>>({});
  const lastIn = seats.filter(({ isLastAdmin }) => isLastAdmin);
  const named = Object.entries(successors).flatMap(([organisation, memberId]) =>
    memberId === undefined ? [] : [{ organisation, memberId }],
  );
  const { act, busy, failure } = useAct();
  const onErased = useLeaving();
  return (
    <section>
      <h2>
        <FormattedMessage id="me.data" />
      </h2>
      <p>
        <FormattedMessage id="me.dataText" />
      </p>
      {lastIn.map(({ memberId, organisation: { id, name } }) => (
        <p key={memberId}>
          <FormattedMessage
            id="me.lastAdmin"
            values={{ organisation: <Link href={`/seats/${id}`}>{name ?? <FormattedMessage id="unnamed" />}</Link> }}
          />
        </p>
      ))}
      <p>
        {/* Not a page: the file itself. */}
        <a href="/session/person/export" download="maillage.json">
          <FormattedMessage id="me.export" />
        </a>
      </p>
      {asked && <SignInAnew isFresh={isFresh} />}
      {asked &&
        lastIn.map(({ memberId, organisation }) => (
          <ChooseSuccessor
            key={memberId}
            organisation={organisation}
            chosen={successors[organisation.id]}
            onChange={(chosen) => {
              setSuccessors((before) => ({ ...before, [organisation.id]: chosen }));
            }}
          />
        ))}
      <div className="actions">
        {asked ? (
          <>
            <Button
              isPending={busy}
              onPress={() => {
                void act('DELETE', '/person', { successors: named }, onErased);
              }}
            >
              <FormattedMessage id="me.eraseNow" />
            </Button>
            <Button onPress={() => setAsked(false)}>
              <FormattedMessage id="me.keep" />
            </Button>
          </>
        ) : (
          <Button onPress={() => setAsked(true)}>
            <FormattedMessage id="me.erase" />
          </Button>
        )}
      </div>
      <FailedAct failure={failure} />
    </section>
  );
}

/** Nothing of hers stays in this browser. */
function useLeaving(): () => void {
  const forgetDrafts = useForgetDrafts();
  return () => {
    actForNobody();
    forgetDrafts();
    location.assign('/');
  };
}
