import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { InviteOrganisation } from '../../../generated/commands/InviteOrganisation.js';
import { Button } from '../../../parts/button.js';
import { emptyValues } from '../../../parts/forms/command.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { OrganisationField } from '../../../parts/organisation-field.js';
import { GoOn } from './go-on.js';
import { planned, type Partner } from './setup.js';
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
  const { partners } = setup;
  return (
    <div className="stack">
      <p>
        <FormattedMessage id="setup.partners.text" />
      </p>
      {partners.length > 0 && (
        <ul className="rows">
          {partners.map((partner) => (
            <li key={partner.key}>
              <PartnerLine partner={partner} />
              {!partner.recorded && (
                <div className="actions">
                  <Button
                    onPress={() => {
                      change((now) => ({ ...now, partners: now.partners.filter(({ key }) => key !== partner.key) }));
                    }}
                  >
                    <FormattedMessage id="setup.remove" values={{ name: partner.name }} />
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <Inviting
        // Begins anew with each that was added.
        key={partners.length}
        onAdded={(partner) => {
          const isThere = ({ values: { organisationId, role } }: Partner) =>
            organisationId === partner.values['organisationId'] && role === partner.values['role'];
          if (partner.values['organisationId'] === organisation.id || partners.some(isThere)) return;
          change((now) => ({ ...now, partners: [...now.partners, partner] }));
        }}
      />
      <GoOn onPress={onDone} />
    </div>
  );
}

/** Whom, and to do what. */
export function PartnerLine({ partner: { name, values } }: { readonly partner: Partner }) {
  return (
    <>
      {name}{' '}
      <span className="quiet">
        <FormattedMessage id={`role.${values['role'] as 'MEMBER'}`} />
      </span>
    </>
  );
}

function Inviting({ onAdded }: { readonly onAdded: (partner: Partner) => void }) {
  const intl = useIntl();
  const [values, setValues] = useState(() => ({ ...emptyValues(InviteOrganisation), role: 'MEMBER' }) as const);
  const names = useRef(new Map<string, string>());
  const form = useStepForm(InviteOrganisation, {
    values,
    onChange: (by) => {
      setValues((now) => by(now) as typeof now);
    },
    asked: ['organisationId', 'role'],
    onDone: () => {
      const id = (values as Readonly<Record<string, unknown>>)['organisationId'] as string;
      onAdded({ ...planned(InviteOrganisation, values), name: names.current.get(id) ?? '' });
    },
  });
  return (
    <CommandForm
      lasts={false}
      form={form}
      label={intl.formatMessage({ id: 'command.InviteOrganisation' })}
      send={<FormattedMessage id="setup.partners.add" />}
    >
      <OrganisationField
        form={form}
        name="organisationId"
        onFound={(found) => {
          for (const { id, name } of found) names.current.set(id, name);
        }}
      />
      <CommandField form={form} name="role" />
    </CommandForm>
  );
}
