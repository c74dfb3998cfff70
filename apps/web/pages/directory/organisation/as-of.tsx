import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../parts/button.js';
import { DateInput } from '../../../parts/forms/fields.js';
import { today } from '../../../parts/today.js';

/** Whether it is a day that there was, and can be asked about. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) && text <= today();
}

/** Which day's reputation to show. Sent by a button, as a date is typed part by part. */
export function AsOf({
  on,
  onAsk,
}: {
  /** Null for today. */
  readonly on: string | null;
  readonly onAsk: (on: string | null) => void;
}) {
  const intl = useIntl();
  const [wanted, setWanted] = useState(on ?? undefined);
  const [refused, setRefused] = useState(false);
  const [shown, setShown] = useState(on);
  // The address may be changed elsewhere: by the way back, or by a link.
  if (shown !== on) {
    setShown(on);
    setWanted(on ?? undefined);
    setRefused(false);
  }
  return (
    <form
      noValidate
      className="as-of"
      aria-label={intl.formatMessage({ id: 'asOf.form' })}
      onSubmit={(event) => {
        event.preventDefault();
        const fits = wanted === undefined || isDay(wanted);
        setRefused(!fits);
        if (fits) onAsk(wanted ?? null);
      }}
    >
      <DateInput
        name="on"
        label={<FormattedMessage id="asOf.label" />}
        value={wanted}
        onChange={setWanted}
        error={refused ? intl.formatMessage({ id: 'asOf.future' }) : undefined}
      />
      <div className="actions">
        <Button type="submit">
          <FormattedMessage id="asOf.show" />
        </Button>
        {on !== null && (
          <Button
            onPress={() => {
              onAsk(null);
            }}
          >
            <FormattedMessage id="asOf.today" />
          </Button>
        )}
      </div>
    </form>
  );
}
