import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Badge } from '../../../parts/badge.js';
import { Button } from '../../../parts/button.js';
import { IdentityBadge } from '../../../parts/identity-badge.js';
import { Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useAlike, type Alike } from '../../../parts/people/use-alike.js';

/** Who may be meant that is registered already: offered first, so that nobody is there twice. */
export function AlreadyThere({
  name,
  identifiers,
}: {
  readonly name: string;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}) {
  const found = useAlike(name, identifiers);
  return (
    <div role="status">
      {found.length > 0 && (
        <section>
          <h2>
            <FormattedMessage id="registration.alike" />
          </h2>
          <p>
            <FormattedMessage id="registration.alikeText" />
          </p>
          <ul className="rows">
            {found.map((each) => (
              <Found key={each.id} organisation={each} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Found({ organisation: { id, name, jurisdiction, confirmed, isSame } }: { readonly organisation: Alike }) {
  const [asked, setAsked] = useState(false);
  const { act, busy, failure } = useAct();
  return (
    <li>
      <h3>
        <a href={`/organisations/${id}`} target="_blank" rel="noopener">
          {name}
        </a>
        {jurisdiction !== null && ` (${jurisdiction})`}
      </h3>
      <p>
        <IdentityBadge confirmed={confirmed} />{' '}
        {isSame && (
          <Badge tone="warning">
            <FormattedMessage id="registration.same" />
          </Badge>
        )}
      </p>
      {asked ? (
        <Notice tone="good" title={<FormattedMessage id="registration.asked" values={{ organisation: name }} />} />
      ) : (
        <Button
          isPending={busy}
          onPress={() =>
            void act('POST', `/organisations/${id}/requests`, undefined, () => {
              setAsked(true);
            })
          }
        >
          <FormattedMessage id="registration.ask" values={{ organisation: name }} />
        </Button>
      )}
      <FailedAct failure={failure} />
    </li>
  );
}
