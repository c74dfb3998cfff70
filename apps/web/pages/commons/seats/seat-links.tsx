import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { RecordedOn } from '../../../i18n/format.js';
import { Button } from '../../../parts/button.js';
import { Copy } from '../../../parts/copy.js';
import { Choices } from '../../../parts/forms/fields.js';
import { Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import type { SeatsPart } from './types.js';

/** Whoever is to administer is invited by name. */
const LINKED = ['WRITER', 'READER'] as const;
type Linked = (typeof LINKED)[number];

/** Links to be copied: whoever follows one asks for a seat, and is admitted or not. Each is shown once. */
export function SeatLinks({ path, kept: { links }, onDone }: SeatsPart) {
  const [role, setRole] = useState<Linked>('WRITER');
  const [made, setMade] = useState<string>();
  const { act, busy, failure } = useAct();
  return (
    <section>
      <h2>
        <FormattedMessage id="seats.links" />
      </h2>
      <p>
        <FormattedMessage id="seats.linksText" />
      </p>
      <Choices
        name="linked-role"
        value={role}
        onChange={(chosen) => {
          setRole(chosen ?? 'WRITER');
        }}
        choices={LINKED.map((each) => ({ value: each, label: <FormattedMessage id={`seatRole.${each}`} /> }))}
        label={<FormattedMessage id="seats.links.role" />}
      />
      <div className="actions">
        <Button
          isPending={busy}
          onPress={() =>
            void act('POST', `${path}/links`, { role }, (content) => {
              setMade((content as { readonly link: string }).link);
              onDone();
            })
          }
        >
          <FormattedMessage id="partners.makeLink" />
        </Button>
      </div>
      <div role="status">
        {made !== undefined && (
          <Notice tone="good" title={<FormattedMessage id="partners.copy" />}>
            <p>
              <code>{made}</code>
            </p>
            <Copy text={made} label={<FormattedMessage id="partners.copyNow" />} />
          </Notice>
        )}
      </div>
      <ul className="rows">
        {links.map(({ id, role: asked, by, until, isLeftBehind }) => (
          <li key={id}>
            <h3>
              <FormattedMessage id={`seatRole.${asked}`} />
            </h3>
            <p className="quiet">
              {by !== '' && <FormattedMessage id="seats.links.by" values={{ name: by }} />}{' '}
              <FormattedMessage id="me.until" values={{ date: <RecordedOn at={until} /> }} />
            </p>
            {isLeftBehind && (
              <Notice tone="warning">
                <FormattedMessage id="seats.links.leftBehind" />
              </Notice>
            )}
            <Button isPending={busy} onPress={() => void act('DELETE', `${path}/links/${id}`, undefined, onDone)}>
              <FormattedMessage id="seats.links.revoke" values={{ date: <RecordedOn at={until} /> }} />
            </Button>
          </li>
        ))}
      </ul>
      <FailedAct failure={failure} />
    </section>
  );
}
