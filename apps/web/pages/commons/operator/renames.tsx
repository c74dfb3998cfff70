import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { RecordedOn } from '../../../i18n/format.js';
import { Badge } from '../../../parts/badge.js';
import { IdentityBadge } from '../../../parts/identity-badge.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useKept } from '../../../parts/people/use-kept.js';
import { Answers } from './answers.js';

interface Named {
  readonly id: string;
  readonly name: string | null;
  readonly confirmed: boolean;
}

interface Waiting {
  readonly id: string;
  readonly organisation: Named;
  readonly name: string;
  readonly reasons: readonly ('PUBLIC_BODY' | 'NAME_ALIKE')[];
  /** The addresses of whoever asked. */
  readonly by: readonly string[];
  readonly until: string;
  readonly alike: readonly Named[];
}

/** Names that organisations would take, of public bodies or like another's; nothing where none waits. */
export function Renames() {
  const { kept, reload } = useKept('/operator/renames');
  const found = kept as { readonly renames: readonly Waiting[]; readonly isFresh: boolean } | undefined;
  if (found === undefined || found.renames.length === 0) return null;
  return (
    <section>
      <h2>
        <FormattedMessage id="operating.renames" />
      </h2>
      <SignInAnew isFresh={found.isFresh} />
      <ul className="rows">
        {found.renames.map((each) => (
          <One key={each.id} waiting={each} onDone={reload} />
        ))}
      </ul>
    </section>
  );
}

function One({ waiting, onDone }: { readonly waiting: Waiting; readonly onDone: () => void }) {
  const intl = useIntl();
  const { id, organisation, name, reasons, by, until, alike } = waiting;
  return (
    <li>
      <h3>{name}</h3>
      <p>
        <FormattedMessage id="operating.renames.of" />{' '}
        <Link href={`/organisations/${organisation.id}`}>{organisation.name ?? <FormattedMessage id="unnamed" />}</Link>{' '}
        <IdentityBadge confirmed={organisation.confirmed} />
      </p>
      <p>
        <FormattedMessage id="operating.by" values={{ who: intl.formatList(by) }} />{' '}
        <FormattedMessage id="me.until" values={{ date: <RecordedOn at={until} /> }} />
      </p>
      <p>
        {reasons.map((reason) => (
          <Badge key={reason} tone="warning">
            <FormattedMessage id={`operating.reason.${reason}`} />
          </Badge>
        ))}
      </p>
      <Answers
        alike={alike}
        path={`/operator/renames/${organisation.id}`}
        given={{ id }}
        approve={<FormattedMessage id="operating.rename" values={{ name }} />}
        name={name}
        onDone={onDone}
      />
    </li>
  );
}
