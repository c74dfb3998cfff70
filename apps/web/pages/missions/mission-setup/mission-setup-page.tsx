import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { MissionSetupPageDocument } from '../../../generated/graphql/pages/missions/mission-setup/mission-setup.js';
import { LinkButton } from '../../../parts/button.js';
import { ForAdministrators } from '../../../parts/forms/recording.js';
import { Notice } from '../../../parts/notice.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';
import { Declared } from './declared.js';
import { Steps } from './steps.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A mission is set up step by step, and recorded as a whole at the end. */
export default function MissionSetupPage() {
  const intl = useIntl();
  const page = usePage(MissionSetupPageDocument, {});
  return (
    <LoadedPage
      page={page}
      title={() => intl.formatMessage({ id: 'setup.title' })}
      kicker={({ viewer }) => viewer?.organisation?.name}
    >
      {({ viewer }) => {
        const organisation = viewer?.organisation ?? null;
        // Whoever is signed in and acts for nobody yet cannot declare anything, and is led to where that changes.
        if (viewer !== null && organisation === null) return <ActsForNobody />;
        return (
          <ForAdministrators viewer={viewer}>
            {organisation !== null && <SettingUp key={organisation.id} organisation={organisation} />}
          </ForAdministrators>
        );
      }}
    </LoadedPage>
  );
}

function ActsForNobody() {
  return (
    <>
      <Notice>
        <FormattedMessage id="setup.actsForNobody" />
      </Notice>
      <div className="actions">
        <LinkButton look="primary" href="/me">
          <FormattedMessage id="nav.me" />
        </LinkButton>
      </div>
    </>
  );
}

function SettingUp({ organisation }: { readonly organisation: Named }) {
  const [missionId, setMissionId] = useState<string>();
  return missionId === undefined ? (
    <Steps organisation={organisation} onDeclared={setMissionId} />
  ) : (
    <Declared missionId={missionId} />
  );
}
