// Written by `npm run generate` from the files of messages.
import * as inCommitment from '../../i18n/messages/en/commitment.js';
import * as inCommon from '../../i18n/messages/en/common.js';
import * as inDesk from '../../i18n/messages/en/desk.js';
import * as inForetold from '../../i18n/messages/en/foretold.js';
import * as inGlossary from '../../i18n/messages/en/glossary.js';
import * as inHome from '../../i18n/messages/en/home.js';
import * as inKeys from '../../i18n/messages/en/keys.js';
import * as inMission from '../../i18n/messages/en/mission.js';
import * as inNotices from '../../i18n/messages/en/notices.js';
import * as inOperating from '../../i18n/messages/en/operating.js';
import * as inOrganisation from '../../i18n/messages/en/organisation.js';
import * as inPasskeys from '../../i18n/messages/en/passkeys.js';
import * as inPeople from '../../i18n/messages/en/people.js';
import * as inRecord from '../../i18n/messages/en/record.js';
import * as inRecovery from '../../i18n/messages/en/recovery.js';
import * as inRegistration from '../../i18n/messages/en/registration.js';
import * as inReview from '../../i18n/messages/en/review.js';
import * as inSearch from '../../i18n/messages/en/search.js';
import * as inSignIn from '../../i18n/messages/en/sign-in.js';
import * as inSlicesAccountability from '../../i18n/messages/en/slices/accountability.js';
import * as inSlicesContributions from '../../i18n/messages/en/slices/contributions.js';
import * as inSlicesDirectory from '../../i18n/messages/en/slices/directory.js';
import * as inSlicesIndicators from '../../i18n/messages/en/slices/indicators.js';
import * as inSlicesMissionSetup from '../../i18n/messages/en/slices/mission-setup.js';
import * as inSlicesMissions from '../../i18n/messages/en/slices/missions.js';
import * as inSlicesOpenness from '../../i18n/messages/en/slices/openness.js';
import * as inTerms from '../../i18n/messages/en/terms.js';
import * as inUnits from '../../i18n/messages/en/units.js';

const messages = {
  ...inCommitment.commitment,
  ...inCommon.common,
  ...inDesk.desk,
  ...inForetold.foretold,
  ...inGlossary.glossary,
  ...inHome.home,
  ...inKeys.keys,
  ...inMission.mission,
  ...inNotices.notices,
  ...inOperating.operating,
  ...inOrganisation.organisation,
  ...inPasskeys.passkeys,
  ...inPeople.people,
  ...inRecord.record,
  ...inRecovery.recovery,
  ...inRegistration.registration,
  ...inReview.review,
  ...inSearch.search,
  ...inSignIn.signIn,
  ...inSlicesAccountability.accountability,
  ...inSlicesContributions.contributions,
  ...inSlicesDirectory.directory,
  ...inSlicesIndicators.indicators,
  ...inSlicesMissionSetup.missionSetup,
  ...inSlicesMissions.missions,
  ...inSlicesOpenness.openness,
  ...inTerms.terms,
  ...inUnits.units,
};

export type Messages = Readonly<Record<keyof typeof messages, string>>;

export default messages;
