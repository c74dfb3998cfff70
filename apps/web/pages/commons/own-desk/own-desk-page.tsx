import { useIntl } from 'react-intl';
import { Redirect } from 'wouter';
import { LoadedPage } from '../../../shell/page.js';
import { OwnDeskPageDocument } from '../../../generated/graphql/pages/commons/own-desk/own-desk.js';
import { usePage } from '../../../shell/graphql/use-page.js';

/** An address for everybody's own desk: sign-in leads here, and a bookmark may. */
export default function OwnDeskPage() {
  const intl = useIntl();
  const page = usePage(OwnDeskPageDocument, {});
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'nav.desk' })}>
      {({ viewer }) => {
        const organisation = viewer?.organisation ?? null;
        if (organisation !== null) return <Redirect replace to={`/desk/${organisation.id}`} />;
        return <Redirect replace to={(viewer?.person ?? null) === null ? '/sign-in?to=/desk' : '/me'} />;
      }}
    </LoadedPage>
  );
}
