import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Moment, RecordedOn } from '../../../i18n/format.js';
import { Badge } from '../../../parts/badge.js';
import { Button } from '../../../parts/button.js';
import { Choices, TextInput } from '../../../parts/forms/fields.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useAlike } from '../../../parts/people/use-alike.js';
import { useKept } from '../../../parts/people/use-kept.js';
import { Reveal } from '../../../parts/reveal.js';
import { Unconfirmed } from '../../../parts/unconfirmed.js';

const PATH = '/operator/recoveries';
const LONGEST_EVIDENCE = 1_000;

interface Recovery {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string | null; readonly confirmed: boolean };
  readonly address: string;
  readonly evidence: string;
  readonly readyAt: string;
  readonly isReady: boolean;
  readonly until: string;
  readonly objectedAt: string | null;
  readonly isProved: boolean;
  /** Whether somebody administers it again, so that nothing comes of it. */
  readonly isMoot: boolean;
  /** How many people were told; of those, to how many the mail is still to be sent, and to how many it could not be. */
  readonly told: { readonly people: number; readonly waiting: number; readonly unreached: number };
}

/** Organisations that nobody can act for any more, for those who operate the ledger. */
export function Recoveries() {
  const { kept, failure, reload } = useKept(PATH);
  if (kept === undefined) return <FailedAct failure={failure} />;
  const { recoveries, isFresh } = kept as { readonly recoveries: readonly Recovery[]; readonly isFresh: boolean };
  return (
    <section>
      <h2>
        <FormattedMessage id="recovery.title" />
      </h2>
      <p>
        <FormattedMessage id="recovery.text" />
      </p>
      <p>
        <FormattedMessage id="recovery.withAdmin" />
      </p>
      <FailedAct failure={failure} />
      <ul className="rows">
        {recoveries.map((each) => (
          <One key={each.id} recovery={each} onDone={reload} />
        ))}
      </ul>
      <Reveal label={<FormattedMessage id="recovery.open" />}>
        <SignInAnew isFresh={isFresh} />
        <Opening onDone={reload} />
      </Reveal>
    </section>
  );
}

function One({ recovery, onDone }: { readonly recovery: Recovery; readonly onDone: () => void }) {
  const { act, busy, failure } = useAct();
  const { id, organisation, address, evidence, until, isReady, isProved } = recovery;
  const name = organisation.name ?? '';
  return (
    <li>
      <h3>
        <a href={`/organisations/${organisation.id}`}>{name}</a>
        <Unconfirmed confirmed={organisation.confirmed} />
      </h3>
      <p>
        <FormattedMessage id="recovery.to" values={{ address }} /> {evidence}
      </p>
      <p>
        <FormattedMessage id="recovery.told" values={recovery.told} />
      </p>
      <p>
        <Standing recovery={recovery} /> <FormattedMessage id="me.until" values={{ date: <RecordedOn at={until} /> }} />
      </p>
      <div className="actions">
        {isOpen(recovery) && isReady && isProved && (
          <Button
            look="primary"
            isPending={busy}
            onPress={() => void act('POST', `${PATH}/${id}/completion`, undefined, onDone)}
          >
            <FormattedMessage id="recovery.complete" values={{ organisation: name }} />
          </Button>
        )}
        <Button isPending={busy} onPress={() => void act('DELETE', `${PATH}/${id}`, undefined, onDone)}>
          <FormattedMessage id="recovery.drop" values={{ organisation: name }} />
        </Button>
      </div>
      <FailedAct failure={failure} />
    </li>
  );
}

/** Whether anything comes of it still. */
function isOpen({ objectedAt, isMoot }: Recovery): boolean {
  return objectedAt === null && !isMoot;
}

/** What it waits for, or why nothing comes of it. */
function Standing({ recovery }: { readonly recovery: Recovery }) {
  const { objectedAt, isMoot, isReady, isProved, readyAt, told } = recovery;
  if (objectedAt !== null) {
    return (
      <Badge tone="warning">
        <FormattedMessage id="recovery.objected" values={{ at: <Moment at={objectedAt} /> }} />
      </Badge>
    );
  }
  if (isMoot) {
    return (
      <Badge tone="warning">
        <FormattedMessage id="recovery.moot" />
      </Badge>
    );
  }
  return (
    <>
      {!isReady && told.waiting === 0 && (
        <FormattedMessage id="recovery.waits" values={{ at: <Moment at={readyAt} /> }} />
      )}{' '}
      {!isProved && <FormattedMessage id="recovery.unproved" />}
    </>
  );
}

const NOTHING = { name: '', organisation: undefined, address: '', evidence: '' } as const;

interface Typed {
  readonly name: string;
  readonly organisation: string | undefined;
  readonly address: string;
  readonly evidence: string;
}

function Opening({ onDone }: { readonly onDone: () => void }) {
  const intl = useIntl();
  const [typed, setTyped] = useState<Typed>(NOTHING);
  const { act, busy, failure } = useAct();
  const { organisation } = typed;
  const [address, evidence] = [typed.address.trim(), typed.evidence.trim()];
  return (
    <>
      <RecordForm
        label={intl.formatMessage({ id: 'recovery.open' })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id="recovery.send" />}
        sendingText={<FormattedMessage id="me.saving" />}
        onSubmit={() => {
          if (organisation === undefined || address === '' || evidence === '') return;
          void act('POST', PATH, { organisation, address, evidence }, () => {
            setTyped(NOTHING);
            onDone();
          });
        }}
      >
        <Fields typed={typed} onChange={(some) => setTyped((before) => ({ ...before, ...some }))} />
      </RecordForm>
      <FailedAct failure={failure} />
    </>
  );
}

function Fields({ typed, onChange }: { readonly typed: Typed; readonly onChange: (some: Partial<Typed>) => void }) {
  const found = useAlike(typed.name.trim(), []);
  return (
    <>
      <TextInput
        name="name"
        required
        value={typed.name}
        onChange={(name) => onChange({ name })}
        label={<FormattedMessage id="recovery.organisation" />}
        help={<FormattedMessage id="recovery.organisation.help" />}
      />
      {found.length > 0 && (
        <Choices
          name="organisation"
          required
          value={typed.organisation}
          onChange={(organisation) => onChange({ organisation })}
          choices={found.map((each) => ({
            value: each.id,
            label: each.jurisdiction === null ? each.name : `${each.name} (${each.jurisdiction})`,
          }))}
          label={<FormattedMessage id="recovery.which" />}
        />
      )}
      <TextInput
        name="address"
        type="email"
        required
        value={typed.address}
        onChange={(address) => onChange({ address })}
        label={<FormattedMessage id="recovery.address" />}
        help={<FormattedMessage id="recovery.address.help" />}
      />
      <TextInput
        name="evidence"
        required
        rows={3}
        maxLength={LONGEST_EVIDENCE}
        value={typed.evidence}
        onChange={(evidence) => onChange({ evidence })}
        label={<FormattedMessage id="recovery.evidence" />}
        help={<FormattedMessage id="recovery.evidence.help" />}
      />
    </>
  );
}
