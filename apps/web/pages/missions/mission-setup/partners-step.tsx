import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { InviteOrganisation } from '../../../generated/commands/InviteOrganisation.js';
import { Button } from '../../../parts/button.js';
import { emptyValues } from '../../../parts/forms/command.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { NameOf } from '../../../parts/named.js';
import { OrganisationField } from '../../../parts/organisation-field.js';
import { GoOn } from './go-on.js';
import { mayChange, planned, type Partner } from './setup.js';
import { useStepForm } from './step-form.js';
import type { SetupDraft } from './use-setup.js';

/** Whom the mission invites as soon as it is declared, of those that are registered. */
export function PartnersStep({
  draft: { setup, change },
  organisation,
  onDone,
}: {
  readonly draft: SetupDraft;
  readonly organisation: { readonly id: string };
  readonly onDone: () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState(0);
  const [said, setSaid] = useState<{ readonly of: 'added' | 'there' | 'self'; readonly name: string }>();
  const { partners } = setup;
  const add = (partner: Partner) => {
    const { name, values } = partner;
    const isThere = (each: Partner) =>
      each.values['organisationId'] === values['organisationId'] && each.values['role'] === values['role'];
    const of =
      values['organisationId'] === organisation.id ? 'self' : partners.some(isThere) ? 'there' : ('added' as const);
    setSaid({ of, name });
    if (of !== 'added') return;
    change((now) => ({ ...now, partners: [...now.partners, partner] }));
    setAdded((count) => count + 1);
    // What had the focus goes.
    place.current?.focus();
  };
  const leaveOut = (left: string) => {
    change((now) => ({ ...now, partners: now.partners.filter(({ key }) => key !== left) }));
    setSaid(undefined);
    place.current?.focus();
  };
  return (
    <div className="stack">
      <p>
        <FormattedMessage id="setup.partners.text" />
      </p>
      <div ref={place} tabIndex={-1}>
        {partners.length > 0 && <Chosen partners={partners} onLeftOut={leaveOut} />}
      </div>
      <Inviting
        // Begins anew with each that was added.
        key={added}
        onAdded={add}
      />
      <div role="status">
        {said !== undefined && <FormattedMessage id={`setup.partners.${said.of}`} values={{ name: said.name }} />}
      </div>
      <GoOn onPress={onDone} />
    </div>
  );
}

function Chosen({
  partners,
  onLeftOut,
}: {
  readonly partners: readonly Partner[];
  readonly onLeftOut: (key: string) => void;
}) {
  return (
    <ul className="rows">
      {partners.map((partner) => (
        <li key={partner.key}>
          <PartnerLine partner={partner} />
          {mayChange(partner) && (
            <div className="actions">
              <Button
                onPress={() => {
                  onLeftOut(partner.key);
                }}
              >
                <FormattedMessage id="setup.remove" values={{ name: partner.name }} />
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whom, and to do what. */
export function PartnerLine({ partner: { name, identityConfirmed, values } }: { readonly partner: Partner }) {
  return (
    <>
      <NameOf organisation={{ name, identityConfirmed }} />{' '}
      <span className="quiet">
        <FormattedMessage id={`role.${values['role'] as 'MEMBER'}`} />
      </span>
    </>
  );
}

const NOBODY = { name: '', identityConfirmed: false };

function Inviting({ onAdded }: { readonly onAdded: (partner: Partner) => void }) {
  const intl = useIntl();
  const [values, setValues] = useState(() => ({ ...emptyValues(InviteOrganisation), role: 'MEMBER' }) as const);
  const met = useRef(new Map<string, Pick<Partner, 'name' | 'identityConfirmed'>>());
  const form = useStepForm(InviteOrganisation, {
    values,
    onChange: (by) => {
      setValues((now) => by(now) as typeof now);
    },
    asked: ['organisationId', 'role'],
    onDone: () => {
      const id = (values as Readonly<Record<string, unknown>>)['organisationId'] as string;
      onAdded({ ...planned(InviteOrganisation, values), ...(met.current.get(id) ?? NOBODY) });
    },
  });
  return (
    <CommandForm
      isPlanned
      form={form}
      label={intl.formatMessage({ id: 'command.InviteOrganisation' })}
      send={<FormattedMessage id="setup.partners.add" />}
    >
      <OrganisationField
        form={form}
        name="organisationId"
        onFound={(found) => {
          for (const { id, name, identityConfirmed } of found) met.current.set(id, { name, identityConfirmed });
        }}
      />
      <CommandField form={form} name="role" />
    </CommandForm>
  );
}
