import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Day, RecordedOn } from '../../../i18n/format.js';
import { Badge } from '../../../parts/badge.js';
import { Button } from '../../../parts/button.js';
import { Choices } from '../../../parts/forms/fields.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import { Reveal } from '../../../parts/reveal.js';
import type { Key, KeysPart, MadeKey } from './types.js';

const OVERLAPS = ['0', '7', '30'] as const;
const TONES = { VALID: 'good', EXPIRING: 'warning', EXPIRED: 'neutral' } as const;

/** What it is for, or else what tells it from others. */
export function labelOf({ label, id }: Key): string {
  return label === '' ? id : label;
}

/** One key, and what may be done about it. */
export function KeyRow({ path, known, onMade, onDone }: KeysPart & { readonly known: Key }) {
  const { act, busy, failure } = useAct();
  const { id, scopes, createdAt, expiresAt, lastUsedOn, standing, madeBy, isLeftBehind } = known;
  const label = labelOf(known);
  return (
    <li>
      <h3>{label}</h3>
      <p>
        <Badge tone={TONES[standing]}>
          <FormattedMessage id={`keys.standing.${standing}`} />
        </Badge>{' '}
        {isLeftBehind && (
          <Badge tone="warning">
            <FormattedMessage id="keys.isLeftBehind" />
          </Badge>
        )}{' '}
        <FormattedMessage id={scopeOf(scopes)} />
      </p>
      <p className="quiet">
        <FormattedMessage
          id={madeBy === '' ? 'keys.createdAt' : 'keys.createdBy'}
          values={{ date: <RecordedOn at={createdAt} />, name: madeBy }}
        />{' '}
        {expiresAt === undefined ? (
          <FormattedMessage id="keys.endless" />
        ) : (
          <FormattedMessage
            id={standing === 'EXPIRED' ? 'keys.expired' : 'me.until'}
            values={{ date: <RecordedOn at={expiresAt} /> }}
          />
        )}{' '}
        {lastUsedOn === undefined ? (
          <FormattedMessage id="keys.unused" />
        ) : (
          <FormattedMessage id="keys.lastUsed" values={{ date: <Day date={lastUsedOn} /> }} />
        )}
      </p>
      {!scopes.includes('operator') && (
        <Reveal level={4} label={<FormattedMessage id="keys.replace" values={{ label }} />}>
          <Replace path={`${path}/${id}/replacement`} label={label} onMade={onMade} />
        </Reveal>
      )}
      <div className="actions">
        {isLeftBehind && (
          <Button isPending={busy} onPress={() => void act('POST', `${path}/${id}/keeping`, {}, onDone)}>
            <FormattedMessage id="keys.keep" values={{ label }} />
          </Button>
        )}
        <Button isPending={busy} onPress={() => void act('DELETE', `${path}/${id}`, undefined, onDone)}>
          <FormattedMessage id="keys.revoke" values={{ label }} />
        </Button>
      </div>
      <FailedAct failure={failure} />
    </li>
  );
}

function scopeOf(scopes: readonly string[]) {
  if (scopes.includes('operator')) return 'keys.scope.OPERATOR';
  return scopes.includes('write') ? 'keys.scope.WRITE' : 'keys.scope.READ';
}

function Replace({
  path,
  label,
  onMade,
}: {
  readonly path: string;
  readonly label: string;
  readonly onMade: KeysPart['onMade'];
}) {
  const intl = useIntl();
  const [days, setDays] = useState<(typeof OVERLAPS)[number]>('7');
  const { act, busy, failure } = useAct();
  return (
    <>
      <RecordForm
        label={intl.formatMessage({ id: 'keys.replace' }, { label })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id="keys.replace.send" />}
        sendingText={<FormattedMessage id="me.saving" />}
        onSubmit={() => {
          void act('POST', path, { overlapDays: Number(days) }, (content) => {
            onMade(content as MadeKey);
          });
        }}
      >
        <Choices
          name="overlap"
          required
          value={days}
          onChange={(chosen) => {
            setDays(chosen ?? '7');
          }}
          choices={OVERLAPS.map((each) => ({
            value: each,
            label: <FormattedMessage id="keys.overlap.days" values={{ count: Number(each) }} />,
          }))}
          label={<FormattedMessage id="keys.overlap" />}
        />
      </RecordForm>
      <FailedAct failure={failure} />
    </>
  );
}
