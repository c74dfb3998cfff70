import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { RecordedOn } from '../../../i18n/format.js';
import { Button, LinkButton } from '../../../parts/button.js';
import { Choices } from '../../../parts/forms/fields.js';
import { IdentityBadge } from '../../../parts/identity-badge.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { KeptName } from '../../../parts/people/kept-name.js';
import { useAct } from '../../../parts/people/use-act.js';
import { actFor } from '../../../shell/acting-for.js';

export interface Invited {
  readonly id: string;
  readonly role: 'MEMBER' | 'FUNDER' | 'BACKBONE';
  /** Empty for whoever has said no name. */
  readonly by: string;
  readonly until: string;
  readonly mission: { readonly id: string; readonly title: string };
  readonly inviter: { readonly name: string; readonly confirmed: boolean };
}

/** An organisation that she administers. */
export interface Choosable {
  readonly id: string;
  /** Null for one that is not registered. */
  readonly name: string | null;
  readonly confirmed: boolean;
}

interface Props {
  readonly invited: Invited;
  readonly by: { readonly id: string } | { readonly token: string };
  readonly organisations: readonly Choosable[];
  readonly onDeclined?: () => void;
}

/** To what, by whom; for whom to accept is chosen, or registered first. */
export function Invitation(props: Props) {
  const { role, by, until, mission, inviter } = props.invited;
  return (
    <section>
      <h2>{mission.title}</h2>
      <p>
        {inviter.name} <IdentityBadge confirmed={inviter.confirmed} />{' '}
        {by !== '' && <FormattedMessage id="me.invitedBy" values={{ name: by }} />}
      </p>
      <p>
        <FormattedMessage id="joining.as" />{' '}
        <strong>
          <FormattedMessage id={`role.${role}`} />
        </strong>
        {'. '}
        <FormattedMessage id="me.until" values={{ date: <RecordedOn at={until} /> }} />
      </p>
      <Answer {...props} />
    </section>
  );
}

/** By a link that was passed on, with its token: nobody but who holds it is led to the mission by it. */
function backHere(by: Props['by']): string {
  return 'token' in by ? `/join#token=${by.token}` : '/join';
}

function Answer({ invited: { id, mission }, by, organisations, onDeclined }: Props) {
  const [only] = organisations;
  const [chosen, setChosen] = useState(organisations.length === 1 ? only?.id : undefined);
  const { act, busy, failure } = useAct();
  return (
    <>
      {organisations.length === 0 ? (
        <p>
          <FormattedMessage id="joining.noOrganisation" />
        </p>
      ) : (
        <Choices
          name={`organisation-${id}`}
          required
          value={chosen}
          onChange={setChosen}
          choices={organisations.map((each) => ({
            value: each.id,
            label: <KeptName {...each} />,
          }))}
          label={<FormattedMessage id="joining.for" />}
        />
      )}
      <p className="quiet">
        <FormattedMessage id="joining.public" />
      </p>
      <div className="actions">
        {chosen !== undefined && (
          <Button
            look="primary"
            isPending={busy}
            onPress={() =>
              void act('POST', '/joining/accept', { by, organisation: chosen }, () => {
                actFor(chosen);
                location.assign(`/missions/${mission.id}`);
              })
            }
          >
            <FormattedMessage id="joining.accept" values={{ mission: mission.title }} />
          </Button>
        )}
        <LinkButton href={`/organisations/new?to=${encodeURIComponent(backHere(by))}`}>
          <FormattedMessage id="me.register" />
        </LinkButton>
        {onDeclined !== undefined && (
          <Button isPending={busy} onPress={() => void act('POST', '/joining/decline', { id }, onDeclined)}>
            <FormattedMessage id="joining.decline" values={{ mission: mission.title }} />
          </Button>
        )}
      </div>
      <FailedAct failure={failure} />
    </>
  );
}
