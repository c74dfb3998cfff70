import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../button.js';
import type { EvidenceLinkValue, EvidenceValue } from './command.js';
import { TextInput } from './fields.js';
import { FilesInput } from './files-input.js';

/** Links, and files that are sent as soon as they are chosen: the form itself then only names them. */
export function EvidenceInput({
  label,
  limits: { most, ...limits },
  value,
  onChange,
  error,
}: {
  readonly label: ReactNode;
  /** How many links and files together, and the most characters of a link's parts. */
  readonly limits: { readonly most: number; readonly url: number; readonly title: number };
  readonly value: EvidenceValue;
  /** Given what it makes of the value then: a file may arrive while links are typed. */
  readonly onChange: (change: (value: EvidenceValue) => EvidenceValue) => void;
  /** What the server had against it. */
  readonly error?: ReactNode;
}) {
  return (
    <fieldset className="evidence-input">
      <legend>{label}</legend>
      <p className="help">
        <FormattedMessage id="evidence.help" />
      </p>
      {error !== undefined && <p className="field-error">{error}</p>}
      <Links
        links={value.links}
        limits={limits}
        room={most - value.links.length - value.files.length}
        onChange={(change) => {
          onChange((now) => ({ ...now, links: change(now.links) }));
        }}
      />
      <FilesInput
        files={value.files}
        room={most - value.links.length - value.files.length}
        onChange={(change) => {
          onChange((now) => ({ ...now, files: change(now.files) }));
        }}
      />
    </fieldset>
  );
}

function Links({
  links,
  limits,
  room,
  onChange,
}: {
  readonly links: readonly EvidenceLinkValue[];
  readonly limits: { readonly url: number; readonly title: number };
  /** For how many more. */
  readonly room: number;
  readonly onChange: (change: (links: readonly EvidenceLinkValue[]) => readonly EvidenceLinkValue[]) => void;
}) {
  const replace = (index: number, part: Partial<EvidenceLinkValue>) => {
    onChange((now) => now.map((link, n) => (n === index ? { ...link, ...part } : link)));
  };
  return (
    <>
      {links.map((link, index) => (
        <div key={index} className="columns">
          <TextInput
            name={`evidence.${index}.url`}
            type="url"
            label={<FormattedMessage id="evidence.url" values={{ number: index + 1 }} />}
            value={link.url}
            onChange={(url) => {
              replace(index, { url });
            }}
            maxLength={limits.url}
          />
          <TextInput
            name={`evidence.${index}.title`}
            label={<FormattedMessage id="evidence.title" values={{ number: index + 1 }} />}
            value={link.title}
            onChange={(title) => {
              replace(index, { title });
            }}
            maxLength={limits.title}
          />
        </div>
      ))}
      {room > 0 && (
        <Button
          onPress={() => {
            onChange((now) => [...now, { url: '', title: '' }]);
          }}
        >
          <FormattedMessage id="evidence.addLink" />
        </Button>
      )}
    </>
  );
}
