import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { RecordedOn } from '../../../i18n/format.js';
import { KeysPageDocument } from '../../../generated/graphql/pages/commons/keys/keys.js';
import { LinkButton } from '../../../parts/button.js';
import { Copy } from '../../../parts/copy.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { KeptName } from '../../../parts/people/kept-name.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useKept } from '../../../parts/people/use-kept.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';
import { KeyRow, labelOf } from './key-row.js';
import { MakeKey } from './make-key.js';
import type { KeptOfKeys, MadeKey } from './types.js';

/** The access keys of an organisation: for those who administer it. */
export default function KeysPage({ organisationId }: { readonly organisationId: string }) {
  const intl = useIntl();
  const page = usePage(KeysPageDocument, {});
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'keys.title' })}>
      {() => <Kept organisationId={organisationId} />}
    </LoadedPage>
  );
}

function Kept({ organisationId }: { readonly organisationId: string }) {
  const path = `/keys/${organisationId}`;
  const { kept: content, failure, reload } = useKept(path);
  const [made, setMade] = useState<MadeKey>();
  const kept = content as KeptOfKeys | undefined;
  if (kept === undefined) return failure === undefined ? <Loading /> : <FailedAct failure={failure} />;
  const { name, confirmed, keys, isFresh } = kept;
  const onMade = (key: MadeKey) => {
    setMade(key);
    reload();
  };
  return (
    <>
      <FailedAct failure={failure} />
      <p>
        <FormattedMessage id="keys.of" values={{ organisation: <KeptName name={name} confirmed={confirmed} /> }} />
      </p>
      <SignInAnew isFresh={isFresh} />
      <Warnings keys={keys} />
      <div role="status">{made !== undefined && <Made made={made} />}</div>
      <section>
        <h2>
          <FormattedMessage id="keys.list" />
        </h2>
        {keys.length === 0 && (
          <p>
            <FormattedMessage id="keys.none" />
          </p>
        )}
        <ul className="rows">
          {keys.map((each) => (
            <KeyRow key={each.id} path={path} known={each} onMade={onMade} onDone={reload} />
          ))}
        </ul>
      </section>
      <MakeKey path={path} onMade={onMade} />
      <div className="actions">
        <LinkButton href={`/seats/${organisationId}`}>
          <FormattedMessage id="me.toSeats" values={{ organisation: name ?? '' }} />
        </LinkButton>
      </div>
    </>
  );
}

/** What an ADMIN should look at; nothing where there is nothing. */
function Warnings({ keys }: Pick<KeptOfKeys, 'keys'>) {
  const intl = useIntl();
  const expiring = keys.filter(({ standing }) => standing === 'EXPIRING');
  const left = keys.filter(({ isLeftBehind, standing }) => isLeftBehind && standing !== 'EXPIRED');
  return (
    <>
      {expiring.length > 0 && (
        <Notice tone="warning" title={intl.formatList(expiring.map(labelOf))}>
          <FormattedMessage id="keys.expiring" values={{ count: expiring.length }} />
        </Notice>
      )}
      {left.length > 0 && (
        <Notice tone="warning" title={intl.formatList(left.map(labelOf))}>
          <FormattedMessage id="keys.leftBehind" values={{ count: left.length }} />
        </Notice>
      )}
    </>
  );
}

/** Shown once: whoever leaves the page has to make another. */
function Made({ made: { key, expiresAt } }: { readonly made: MadeKey }) {
  return (
    <Notice tone="good" title={<FormattedMessage id="keys.made" />}>
      <p>
        <code>{key}</code>
      </p>
      <Copy text={key} label={<FormattedMessage id="keys.copy" />} />
      <p>
        <FormattedMessage id="keys.madeText" values={{ date: <RecordedOn at={expiresAt} /> }} />
      </p>
    </Notice>
  );
}
