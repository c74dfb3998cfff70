/**
 * Where there are pages, and which: the folder of each in pages/, whose file <folder>-page.tsx draws it. The server answers
 * with the pages at these addresses and nowhere else, so that this stays plain data without an import. The first that fits.
 */
export const ROUTES = {
  '/': 'commons/home',
  '/missions/new': 'missions/mission-setup',
  '/missions/:id': 'missions/mission',
  // Before the one of any id.
  '/organisations/new': 'directory/registration',
  '/organisations/:id': 'directory/organisation',
  '/commitments/:id': 'accountability/commitment',
  '/desk': 'commons/own-desk',
  '/desk/:organisationId': 'commons/desk',
  '/review/:commitmentId/:reviewedId': 'accountability/review',
  '/record/commitment/:missionId': 'accountability/commitment-form',
  '/record/contribution/:commitmentId': 'accountability/contribution-form',
  '/indicators/:id': 'missions/indicator',
  '/record/indicator/:missionId': 'missions/indicator-form',
  '/record/measurement/:indicatorId': 'missions/measurement-form',
  '/evaluators': 'directory/evaluators',
  '/search': 'commons/search',
  '/sign-in': 'commons/sign-in',
  '/legal': 'commons/legal',
  '/glossary': 'commons/glossary',
  '/privacy': 'commons/privacy',
  '/accessibility': 'commons/accessibility',
  '/contact': 'commons/contact',
  '/me': 'commons/me',
  '/join': 'commons/join',
  '/missions/:missionId/partners': 'missions/partners',
  '/operator': 'commons/operator',
  '/seats/:organisationId': 'commons/seats',
  '/keys/:organisationId': 'commons/keys',
} as const;
