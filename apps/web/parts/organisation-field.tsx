import { useState } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import {
  OrganisationsToChooseDocument,
  type OrganisationsToChooseQuery,
} from '../generated/graphql/parts/organisation-field.js';
import { only } from '../shell/graphql/use-more.js';
import { useAsk } from '../shell/graphql/use-page.js';
import { Button } from './button.js';
import { nameIn } from './named.js';
import type { Command, FieldName } from './forms/command.js';
import { CommandField } from './forms/command-form.js';
import { TextInput } from './forms/fields.js';
import type { AnyForm } from './forms/use-command-form.js';

type Found = OrganisationsToChooseQuery['organisations'];

/** As many as the query asks for. */
const MOST = 10;
const NOTHING: Found = { nodes: [], totalCount: 0 };

/** A field that takes an organisation: found by part of its name, then chosen among at most ten. */
export function OrganisationField<Of extends Command>({
  form,
  name,
  onFound,
}: {
  readonly form: AnyForm & { readonly command: Of };
  readonly name: FieldName<Of>;
  /** Told whom may be chosen, where more of it is shown than the id that the form holds. */
  readonly onFound?: (found: Found['nodes']) => void;
}) {
  const intl = useIntl();
  const ask = useAsk();
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<Found>();
  const find = () => {
    const words = search.trim();
    if (words === '') return;
    ask(OrganisationsToChooseDocument, { search: words }).then(
      ({ organisations }) => {
        setFound(organisations);
        onFound?.(organisations.nodes);
        form.set({ [name]: organisations.totalCount === 1 ? only(organisations)?.id : undefined });
      },
      () => {
        setFound(NOTHING);
      },
    );
  };
  return (
    <div
      className="stack"
      // Enter looks for the name; what is written elsewhere is not sent by it.
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        find();
      }}
    >
      <TextInput
        name={`${name}-search`}
        label={intl.formatMessage({ id: 'organisationField.search' })}
        type="search"
        required={form.isRequired(name)}
        value={search}
        onChange={setSearch}
      />
      <Button onPress={find}>
        <FormattedMessage id="organisationField.find" />
      </Button>
      <div role="status">
        {found !== undefined && <FormattedMessage id="organisationField.found" values={{ count: found.totalCount }} />}{' '}
        {found !== undefined && found.totalCount > MOST && (
          <FormattedMessage id="organisationField.some" values={{ count: MOST }} />
        )}
      </div>
      {found !== undefined && found.nodes.length > 0 && (
        <CommandField form={form} name={name} choices={choicesOf(intl, found)} />
      )}
    </div>
  );
}

/** Of several, none is chosen for being the first. */
function choicesOf(intl: IntlShape, { nodes, totalCount }: Found) {
  return [
    ...(totalCount > 1 ? [{ value: '', label: '' }] : []),
    ...nodes.map(({ jurisdiction, ...organisation }) => ({
      value: organisation.id,
      label: `${nameIn(intl, organisation)}${jurisdiction === null ? '' : ` (${jurisdiction})`}`,
    })),
  ];
}
