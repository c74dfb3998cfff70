import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { RecordedOn } from '../../../i18n/format.js';
import { OperatorPageDocument } from '../../../generated/graphql/pages/commons/operator/operator.js';
import { Badge } from '../../../parts/badge.js';
import { Loading } from '../../../parts/notice.js';
import { OutsideLink } from '../../../parts/outside-link.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { ForPeople } from '../../../parts/people/for-people.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useKept } from '../../../parts/people/use-kept.js';
import { inFragment } from '../../../parts/people/use-link.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';
import { Answers } from './answers.js';
import { ForOperator } from './for-operator.js';
import { FirstOperator } from './first-operator.js';
import { Elsewhere, LedgerState } from './ledger-state.js';
import { Parameters } from './parameters.js';
import { Queue } from './queue.js';
import { Recoveries } from './recoveries.js';
import { Renames } from './renames.js';

type Reason = 'APPROVAL' | 'PUBLIC_BODY' | 'NAME_ALIKE' | 'NUMBER_ALIKE' | 'SEVERAL';

interface Waiting {
  readonly id: string;
  readonly by: { readonly name: string; readonly addresses: readonly string[] };
  readonly terms: {
    readonly name: string;
    readonly sector: 'PUBLIC' | 'PRIVATE' | 'CIVIL_SOCIETY' | 'UNDECLARED';
    readonly jurisdiction?: string;
    readonly website?: string;
    readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  };
  readonly reasons: readonly Reason[];
  readonly until: string;
  readonly alike: readonly { readonly id: string; readonly name: string; readonly confirmed: boolean }[];
}

interface KeptOfOperator {
  readonly registrations: readonly Waiting[];
  /** Whether she signed in a moment ago, as whatever is done here takes. */
  readonly isFresh: boolean;
}

/** For those who operate the ledger: what waits for their word. */
export default function OperatorPage() {
  const intl = useIntl();
  const page = usePage(OperatorPageDocument, {});
  const [token] = useState(() => inFragment('token'));
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'operating.title' })}>
      {({ head, views, seal }) => (
        <ForPeople>
          {token === undefined ? (
            <ForOperator>
              <Applications>
                <Renames />
                <Recoveries />
                <Parameters />
                <Elsewhere />
                <Queue />
                <LedgerState head={head} views={views} seal={seal} />
              </Applications>
            </ForOperator>
          ) : (
            <FirstOperator token={token} />
          )}
        </ForPeople>
      )}
    </LoadedPage>
  );
}

/** @param children shown to the operator alone. */
function Applications({ children }: { readonly children: ReactNode }) {
  const { kept: content, failure, reload } = useKept('/operator/registrations');
  const kept = content as KeptOfOperator | undefined;
  if (kept === undefined) return failure === undefined ? <Loading /> : <FailedAct failure={failure} />;
  const { registrations: waiting, isFresh } = kept;
  return (
    <>
      <section>
        <h2>
          <FormattedMessage id="operating.registrations" />
        </h2>
        <FailedAct failure={failure} />
        {waiting.length === 0 ? (
          <p>
            <FormattedMessage id="operating.none" />
          </p>
        ) : (
          <SignInAnew isFresh={isFresh} />
        )}
        <ul className="rows">
          {waiting.map((each) => (
            <Application key={each.id} application={each} onDone={reload} />
          ))}
        </ul>
      </section>
      {children}
    </>
  );
}

function Application({ application, onDone }: { readonly application: Waiting; readonly onDone: () => void }) {
  const intl = useIntl();
  const { id, by, terms, reasons, until, alike } = application;
  const addresses = intl.formatList(by.addresses);
  return (
    <li>
      <h3>{terms.name}</h3>
      <p className="quiet">
        <FormattedMessage id={`sector.${terms.sector}`} />
        {terms.jurisdiction !== undefined && ` · ${terms.jurisdiction}`}
        {terms.identifiers.map(({ scheme, value }) => ` · ${scheme} ${value}`)}
      </p>
      {terms.website !== undefined && (
        <p>
          <OutsideLink url={terms.website}>{terms.website}</OutsideLink>
        </p>
      )}
      <p>
        <FormattedMessage id="operating.by" values={{ who: by.name === '' ? addresses : `${by.name}, ${addresses}` }} />{' '}
        <FormattedMessage id="me.until" values={{ date: <RecordedOn at={until} /> }} />
      </p>
      <p>
        {reasons.map((reason) => (
          <Badge key={reason} tone={reason === 'APPROVAL' ? 'neutral' : 'warning'}>
            <FormattedMessage id={`operating.reason.${reason}`} />
          </Badge>
        ))}
      </p>
      <Answers
        alike={alike}
        path={`/operator/registrations/${id}`}
        approve={<FormattedMessage id="operating.approve" values={{ organisation: terms.name }} />}
        name={terms.name}
        onDone={onDone}
      />
    </li>
  );
}
