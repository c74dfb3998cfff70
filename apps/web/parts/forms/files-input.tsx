import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSaid } from '../../i18n/refusal-text.js';
import { ACCEPTED, LARGEST_FILE, upload, type UploadedFile } from '../../shell/upload.js';
import { FileSize } from '../file-size.js';

interface FilesProps {
  readonly files: readonly UploadedFile[];
  readonly onChange: (change: (files: readonly UploadedFile[]) => readonly UploadedFile[]) => void;
}

/** A file that is on its way, or that was not taken. */
interface Sending {
  readonly name: string;
  /** Why it was not taken; nothing while it is on its way. */
  readonly problem?: ReactNode;
}

/** Several at a time, from what is kept or from a phone's camera; each is sent as soon as it is chosen. */
export function FilesInput({
  files,
  room,
  onChange,
}: FilesProps & { /** For how many more. */ readonly room: number }) {
  const id = useId();
  const { sending, pictures, send } = useSending(onChange, room);
  return (
    <div className="field">
      <label htmlFor={id}>
        <FormattedMessage id="evidence.file" />
      </label>
      <input
        id={id}
        type="file"
        multiple
        accept={ACCEPTED}
        aria-describedby={`${id}-help ${id}-state`}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // Chosen once more after a failure, the same file is a change again.
          event.target.value = '';
          send(chosen);
        }}
      />
      <span id={`${id}-help`} className="help">
        <FormattedMessage id="evidence.fileHelp" values={{ most: LARGEST_FILE / 1024 / 1024 }} />
      </span>
      <div id={`${id}-state`} role="status">
        {sending.map(({ name, problem }, index) =>
          problem === undefined ? (
            <div key={index}>
              <FormattedMessage id="evidence.sending" values={{ name }} />
            </div>
          ) : (
            <div key={index} className="field-error">
              {name} — {problem}
            </div>
          ),
        )}
      </div>
      {files.length > 0 && <SentFiles files={files} pictures={pictures} onChange={onChange} />}
    </div>
  );
}

/** By the hash of what was sent, an address of it in this page: what is kept of a picture has no place and no names in it. */
type Pictures = ReadonlyMap<string, string>;

/** What is on its way, and what sends: a file is among the files once it has arrived. */
function useSending(onChange: FilesProps['onChange'], room: number) {
  const intl = useIntl();
  const said = useSaid();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [pictures, setPictures] = useState<Pictures>(new Map());
  const shown = useRef<Pictures>(pictures);
  useEffect(
    () => () => {
      for (const address of shown.current.values()) URL.revokeObjectURL(address);
    },
    [],
  );
  const problemOf = async (file: File): Promise<ReactNode> => {
    if (file.size > LARGEST_FILE) {
      const most = intl.formatNumber(LARGEST_FILE / 1024 / 1024);
      return intl.formatMessage({ id: 'evidence.tooLarge' }, { most });
    }
    const result = await upload(file);
    if (result === 'lost') return intl.formatMessage({ id: 'lost.title' });
    if (result === 'signedOut') return intl.formatMessage({ id: 'session.over' });
    if ('message' in result) return said(result);
    const { sha256, mediaType } = result.file;
    if (mediaType.startsWith('image/') && !shown.current.has(sha256)) {
      shown.current = new Map([...shown.current, [sha256, URL.createObjectURL(file)]]);
      setPictures(shown.current);
    }
    onChange((now) => [...now.filter((each) => each.sha256 !== sha256), result.file]);
    return undefined;
  };
  // One after the other, also of those chosen while others are on their way: a phone's connection is shared by all of them.
  const before = useRef(Promise.resolve());
  const free = useRef(room);
  useEffect(() => {
    free.current = room;
  }, [room]);
  const send = (chosen: readonly File[]) => {
    before.current = before.current.then(() => sendNow(chosen));
  };
  const sendNow = async (chosen: readonly File[]) => {
    const problems: Sending[] = [];
    for (const file of chosen) {
      const { name } = file;
      setSending([...problems, { name }]);
      const problem = free.current > 0 ? await problemOf(file) : intl.formatMessage({ id: 'evidence.tooMany' });
      if (problem !== undefined) problems.push({ name, problem });
    }
    setSending(problems);
  };
  return { sending, pictures, send };
}

function SentFiles({ files, pictures, onChange }: FilesProps & { readonly pictures: Pictures }) {
  return (
    <ul className="sent-files">
      {files.map(({ sha256, name, size, metadataRemoved }) => (
        <li key={sha256}>
          <Thumbnail address={pictures.get(sha256)} />
          <span>
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
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Its name stands beside it. Of a draft that was left there is none, nor of pictures that a browser cannot draw. */
function Thumbnail({ address }: { readonly address: string | undefined }) {
  const [drawn, setDrawn] = useState(true);
  if (address === undefined || !drawn) return null;
  return (
    <img
      src={address}
      alt=""
      width={64}
      height={64}
      onError={() => {
        setDrawn(false);
      }}
    />
  );
}
