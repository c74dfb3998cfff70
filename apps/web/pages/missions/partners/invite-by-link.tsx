import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../../../parts/button.js';
import { Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';

/** A link to be passed on by whatever way: shown once. */
export function InviteByLink({ path, onDone }: { readonly path: string; readonly onDone: () => void }) {
  const [link, setLink] = useState<string>();
  const { act, busy, failure } = useAct();
  return (
    <section>
      <h2>
        <FormattedMessage id="partners.link" />
      </h2>
      <p>
        <FormattedMessage id="partners.linkText" />
      </p>
      <Button
        isPending={busy}
        onPress={() =>
          void act('POST', `${path}/links`, {}, (content) => {
            setLink((content as { readonly link: string }).link);
            onDone();
          })
        }
      >
        <FormattedMessage id="partners.makeLink" />
      </Button>
      <div role="status">
        {link !== undefined && (
          <Notice tone="good" title={<FormattedMessage id="partners.copy" />}>
            <p>
              <code>{link}</code>
            </p>
            <Copy text={link} />
          </Notice>
        )}
      </div>
      <FailedAct failure={failure} />
    </section>
  );
}

/** Browsers copy over https, or on this machine, alone; elsewhere the text is there to be chosen. */
function Copy({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <Button onPress={() => void copy()}>
        <FormattedMessage id="partners.copyNow" />
      </Button>{' '}
      {copied && <FormattedMessage id="partners.copied" />}
    </>
  );
}
