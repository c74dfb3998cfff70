import { FormattedMessage } from 'react-intl';
import type { FileLineFragment } from '../generated/graphql/parts/evidence.js';
import { linkActing } from '../shell/acting-for.js';
import { FileSize } from './file-size.js';
import { shortened } from './shortened.js';

/** In characters; a longer address is shortened. */
const LONGEST_ADDRESS = 80;

interface LinkLine {
  readonly url: string;
  readonly title: string | null;
}

/** Links and files given as evidence. */
export function EvidenceList({
  links,
  files,
}: {
  readonly links: readonly LinkLine[];
  readonly files: readonly FileLineFragment[];
}) {
  if (links.length + files.length === 0) return null;
  return (
    <ul className="evidence">
      {links.map((link, index) => (
        <li key={`${index} ${link.url}`}>
          <EvidenceLink {...link} />
        </li>
      ))}
      {files.map((file, index) => (
        <li key={file.sha256 ?? index}>
          <EvidenceFile file={file} />
        </li>
      ))}
    </ul>
  );
}

/** A link only where it is a web address; anything else that was recorded is shown as text. */
function EvidenceLink({ url, title }: LinkLine) {
  const host = hostOf(url);
  if (host === undefined) return <FormattedMessage id="link.unsafe" values={{ url }} />;
  return (
    <>
      <a href={url} rel="noopener noreferrer nofollow">
        {title ?? shortened(url, LONGEST_ADDRESS)}
      </a>
      {title !== null && <span className="quiet"> {host}</span>}
    </>
  );
}

function hostOf(url: string): string | undefined {
  try {
    const { protocol, host } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? host : undefined;
  } catch {
    return undefined;
  }
}

function EvidenceFile({ file }: { readonly file: FileLineFragment }) {
  const { name, title, url, mediaType, size, state, private: isPrivate } = file;
  if (state === 'WITHHELD') return <FormattedMessage id="file.withheld" />;
  if (state === 'MISSING') return <FormattedMessage id="file.missing" />;
  const known = title ?? name;
  if (known === null) return <FormattedMessage id="file.erased.nameless" />;
  if (state === 'ERASED' || url === null) return <FormattedMessage id="file.erased" values={{ name: known }} />;
  return (
    <>
      <a href={isPrivate ? linkActing(url) : url} rel="nofollow">
        {known}
      </a>{' '}
      {mediaType !== null && size !== null && (
        <span className="quiet">
          <FormattedMessage id="file.about" values={{ type: typeName(mediaType), size: <FileSize bytes={size} /> }} />
        </span>
      )}
      {isPrivate && (
        <span className="quiet">
          {' '}
          <FormattedMessage id="file.private" />
        </span>
      )}
    </>
  );
}

/** As people call them: PDF, PNG, CSV. Office documents have names too long to show. */
function typeName(mediaType: string): string {
  const [, name = mediaType] = mediaType.split('/');
  return (/(?:^|[.-])(text|spreadsheet|document|sheet)$/.exec(name)?.[1] ?? name).toUpperCase();
}
