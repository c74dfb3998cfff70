import { FormattedMessage, useIntl } from 'react-intl';
import type { OperatorPageQuery } from '../../../generated/graphql/pages/commons/operator/operator.js';
import { Moment } from '../../../i18n/format.js';
import { Badge } from '../../../parts/badge.js';
import { LinkButton } from '../../../parts/button.js';
import { Notice } from '../../../parts/notice.js';
import { DataTable } from '../../../parts/table.js';

type State = Pick<OperatorPageQuery, 'head' | 'views' | 'seal'>;

const TONES = { RUNNING: 'good', HALTED: 'bad', ABSENT: 'warning' } as const;

/** Where views, seal and witnesses stand, to be looked at: whoever runs the server acts on it there. */
export function LedgerState({ head, views, seal }: State) {
  const intl = useIntl();
  return (
    <section>
      <h2>
        <FormattedMessage id="operating.state" />
      </h2>
      <p>
        <FormattedMessage id="operating.head" values={{ head: Number(head), sealed: Number(seal.sealed) }} />
      </p>
      {seal.state === 'CLOSED' && (
        <Notice tone="bad" title={<FormattedMessage id="operating.closed" />}>
          {seal.refusal}
        </Notice>
      )}
      <DataTable
        caption={intl.formatMessage({ id: 'operating.views' })}
        columns={[
          { key: 'name', label: <FormattedMessage id="operating.view" /> },
          { key: 'state', label: <FormattedMessage id="operating.standing" /> },
          { key: 'lag', label: <FormattedMessage id="operating.lag" />, numeric: true },
        ]}
        rows={views.map(({ name, state, lag, error }) => ({
          key: name,
          cells: {
            name,
            state: (
              <>
                <Badge tone={TONES[state]}>
                  <FormattedMessage id={`operating.view.${state}`} />
                </Badge>{' '}
                {error}
              </>
            ),
            lag,
          },
        }))}
      />
      <Witnesses witnesses={seal.witnesses} />
    </section>
  );
}

function Witnesses({ witnesses }: Pick<State['seal'], 'witnesses'>) {
  const intl = useIntl();
  if (witnesses.length === 0) {
    return (
      <p>
        <FormattedMessage id="operating.noWitnesses" />
      </p>
    );
  }
  return (
    <DataTable
      caption={intl.formatMessage({ id: 'operating.witnesses' })}
      columns={[
        { key: 'name', label: <FormattedMessage id="operating.witness" /> },
        { key: 'size', label: <FormattedMessage id="operating.signedUpTo" />, numeric: true },
        { key: 'signedAt', label: <FormattedMessage id="operating.signedAt" /> },
      ]}
      rows={witnesses.map(({ name, size, signedAt }) => ({
        key: name,
        cells: { name, size, signedAt: signedAt === null ? '–' : <Moment at={signedAt} /> },
      }))}
    />
  );
}

/** Where the operator's word on others is given. */
export function Elsewhere() {
  return (
    <section>
      <h2>
        <FormattedMessage id="operating.others" />
      </h2>
      <p>
        <FormattedMessage id="operating.othersText" />
      </p>
      <div className="actions">
        <LinkButton href="/search">
          <FormattedMessage id="operating.findOrganisation" />
        </LinkButton>
        <LinkButton href="/evaluators">
          <FormattedMessage id="evaluators.title" />
        </LinkButton>
      </div>
    </section>
  );
}
