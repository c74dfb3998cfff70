// Written by `npm run generate` from the files of messages.
import * as inCommitment from '../../i18n/messages/fr/commitment.js';
import * as inCommon from '../../i18n/messages/fr/common.js';
import * as inDesk from '../../i18n/messages/fr/desk.js';
import * as inForetold from '../../i18n/messages/fr/foretold.js';
import * as inGlossary from '../../i18n/messages/fr/glossary.js';
import * as inHome from '../../i18n/messages/fr/home.js';
import * as inKeys from '../../i18n/messages/fr/keys.js';
import * as inMission from '../../i18n/messages/fr/mission.js';
import * as inNotices from '../../i18n/messages/fr/notices.js';
import * as inOperating from '../../i18n/messages/fr/operating.js';
import * as inOrganisation from '../../i18n/messages/fr/organisation.js';
import * as inPasskeys from '../../i18n/messages/fr/passkeys.js';
import * as inPeople from '../../i18n/messages/fr/people.js';
import * as inRecord from '../../i18n/messages/fr/record.js';
import * as inRecovery from '../../i18n/messages/fr/recovery.js';
import * as inRefusals from '../../i18n/messages/fr/refusals.js';
import * as inRegistration from '../../i18n/messages/fr/registration.js';
import * as inReview from '../../i18n/messages/fr/review.js';
import * as inSearch from '../../i18n/messages/fr/search.js';
import * as inSignIn from '../../i18n/messages/fr/sign-in.js';
import * as inSlicesAccountability from '../../i18n/messages/fr/slices/accountability.js';
import * as inSlicesContributions from '../../i18n/messages/fr/slices/contributions.js';
import * as inSlicesDirectory from '../../i18n/messages/fr/slices/directory.js';
import * as inSlicesIndicators from '../../i18n/messages/fr/slices/indicators.js';
import * as inSlicesMissionSetup from '../../i18n/messages/fr/slices/mission-setup.js';
import * as inSlicesMissions from '../../i18n/messages/fr/slices/missions.js';
import * as inSlicesOpenness from '../../i18n/messages/fr/slices/openness.js';
import * as inTerms from '../../i18n/messages/fr/terms.js';
import * as inUnits from '../../i18n/messages/fr/units.js';
import type { Messages } from './en.js';

const messages: Messages = {
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

export default messages;

export const refusals = {
  refusals: {
    ...inRefusals.refusals,
    ...inSlicesAccountability.refusals,
    ...inSlicesContributions.refusals,
    ...inSlicesDirectory.refusals,
  },
  signInRefusals: {
    ...inRefusals.signInRefusals,
  },
};
