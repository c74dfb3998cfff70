import { useId, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ACCEPTED, LARGEST_FILE, upload, type UploadedFile } from '../../shell/upload.js';
import { useSaid } from '../../i18n/refusal-text.js';
import { Button } from '../button.js';
import type { EvidenceLinkValue, EvidenceValue } from './command.js';
import { TextInput } from './fields.js';
import { FileSize } from '../file-size.js';

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
      <Files
        files={value.files}
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

interface Sending {
  readonly name: string;
  /** Why it was not taken; nothing while it is on its way. */
  readonly problem?: ReactNode;
}

interface FilesProps {
  readonly files: readonly UploadedFile[];
  readonly onChange: (change: (files: readonly UploadedFile[]) => readonly UploadedFile[]) => void;
}

function Files({ files, onChange }: FilesProps) {
  const id = useId();
  const [sending, send] = useSending(onChange);
  return (
    <div className="field">
      <label htmlFor={id}>
        <FormattedMessage id="evidence.file" />
      </label>
      <input
        id={id}
        type="file"
        accept={ACCEPTED}
        aria-describedby={`${id}-help ${id}-state`}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // Chosen once more after a failure, the same file is a change again.
          event.target.value = '';
          if (file !== undefined) void send(file);
        }}
      />
      <span id={`${id}-help`} className="help">
        <FormattedMessage id="evidence.fileHelp" values={{ most: LARGEST_FILE / 1024 / 1024 }} />
      </span>
      <div id={`${id}-state`} role="status">
        {sending !== undefined && sending.problem === undefined && (
          <FormattedMessage id="evidence.sending" values={{ name: sending.name }} />
        )}
        {sending?.problem !== undefined && (
          <span className="field-error">
            {sending.name} — {sending.problem}
          </span>
        )}
      </div>
      {files.length > 0 && <SentFiles files={files} onChange={onChange} />}
    </div>
  );
}

/** The file on its way, and what sends one: it is among the files once it has arrived. */
function useSending(onChange: FilesProps['onChange']): [Sending | undefined, (file: File) => Promise<void>] {
  const intl = useIntl();
  const said = useSaid();
  const [sending, setSending] = useState<Sending>();
  const send = async (file: File) => {
    if (file.size > LARGEST_FILE) {
      const most = intl.formatNumber(LARGEST_FILE / 1024 / 1024);
      setSending({ name: file.name, problem: intl.formatMessage({ id: 'evidence.tooLarge' }, { most }) });
      return;
    }
    setSending({ name: file.name });
    const result = await upload(file);
    if (result === 'lost') setSending({ name: file.name, problem: intl.formatMessage({ id: 'lost.title' }) });
    else if (result === 'signedOut')
      setSending({ name: file.name, problem: intl.formatMessage({ id: 'session.over' }) });
    else if ('message' in result) setSending({ name: file.name, problem: said(result) });
    else {
      setSending(undefined);
      onChange((now) => [...now.filter(({ sha256 }) => sha256 !== result.file.sha256), result.file]);
    }
  };
  return [sending, send];
}

function SentFiles({ files, onChange }: FilesProps) {
  return (
    <ul>
      {files.map(({ sha256, name, size, metadataRemoved }) => (
        <li key={sha256}>
          {name} <FileSize bytes={size} />{' '}
          {metadataRemoved === true && (
            <span className="quiet">
              <FormattedMessage id="evidence.cleaned" />{' '}
            </span>
          )}
          <button
            type="button"
            className="plain"
            onClick={() => {
              onChange((now) => now.filter((file) => file.sha256 !== sha256));
            }}
          >
            <FormattedMessage id="evidence.remove" values={{ name }} />
          </button>
        </li>
      ))}
    </ul>
  );
}
