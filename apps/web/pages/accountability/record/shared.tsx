import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import type { Viewer } from '../../../shell/page.js';
import { unitName } from '../../../i18n/format.js';
import { units } from '../../../i18n/messages/en/units.js';
import { Button, LinkButton } from '../../../parts/button.js';
import { NumberInput, Select } from '../../../parts/fields.js';
import { Notice } from '../../../parts/notice.js';

/** A calendar date of the ledger's day, which is counted in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The form for whoever may record, and the way to it for everybody else. */
export function ForRecorders({ viewer, children }: { readonly viewer: Viewer; readonly children: ReactNode }) {
  if (viewer?.canWrite === true) return <>{children}</>;
  return (
    <Notice>
      <FormattedMessage id="record.signIn" />{' '}
      <Link href={`/sign-in?to=${encodeURIComponent(location.pathname)}`}>
        <FormattedMessage id="nav.signIn" />
      </Link>
    </Notice>
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

/** Said once something is recorded, with the position it has for good. */
export function Recorded({
  position,
  href,
  another,
}: {
  readonly position: string | null;
  readonly href: string;
  readonly another: () => void;
}) {
  return (
    <div role="status">
      <Notice tone="good" title={<FormattedMessage id="record.recorded" />}>
        {position !== null && <FormattedMessage id="form.recorded" values={{ position }} />}
      </Notice>
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

export interface QuantityDraft {
  readonly amount: string | undefined;
  /** Empty for what is not counted. */
  readonly unit: string;
}

/** Both, or neither; `incomplete` where a unit has no amount. */
export function quantityOf({ amount, unit }: QuantityDraft): { amount: string; unit: string } | null | 'incomplete' {
  if (unit === '') return null;
  return amount === undefined ? 'incomplete' : { amount, unit };
}

const CURRENCIES_FIRST = ['EUR', 'USD', 'GBP', 'CHF', 'CAD'];
const PREFIX = 'unit.';

/** @param fixed the unit that is already agreed on, where there is one. */
export function QuantityInput({
  value,
  onChange,
  money,
  fixed,
  error,
}: {
  readonly value: QuantityDraft;
  readonly onChange: (value: QuantityDraft) => void;
  readonly money: boolean;
  readonly fixed?: string | undefined;
  readonly error?: ReactNode;
}) {
  const intl = useIntl();
  const codes = money
    ? [...new Set([...CURRENCIES_FIRST, ...Intl.supportedValuesOf('currency')])]
    : Object.keys(units).map((id) => id.slice(PREFIX.length));
  const choices = [
    ...(fixed === undefined ? [{ value: '', label: intl.formatMessage({ id: 'record.unit.none' }) }] : []),
    ...(fixed === undefined ? codes : [fixed]).map((code) => ({ value: code, label: unitName(intl, code) })),
  ];
  return (
    <div className="columns">
      <NumberInput
        name="quantity"
        label={<FormattedMessage id="record.amount" />}
        value={value.amount}
        onChange={(amount) => {
          onChange({ ...value, amount });
        }}
        error={error}
        required={fixed !== undefined}
      />
      <Select
        name="unit"
        label={<FormattedMessage id="record.unit" />}
        value={value.unit}
        onChange={(unit) => {
          onChange({ ...value, unit });
        }}
        choices={choices}
      />
    </div>
  );
}
