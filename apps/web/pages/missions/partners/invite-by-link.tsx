import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../../../parts/button.js';
import { Copy } from '../../../parts/copy.js';
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
            <Copy text={link} label={<FormattedMessage id="partners.copyNow" />} />
          </Notice>
        )}
      </div>
      <FailedAct failure={failure} />
    </section>
  );
}
