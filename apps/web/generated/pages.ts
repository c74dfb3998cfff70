// Written by `npm run generate` from the pages' list of routes.
import { lazy, type ComponentType } from 'react';
import type { StringRouteParams } from 'wouter';
import type { ROUTES } from '../shell/routes.js';

export const PAGES = {
  '/': lazy(() => import('../pages/commons/home/home-page.js')),
  '/missions/new': lazy(() => import('../pages/missions/mission-setup/mission-setup-page.js')),
  '/missions/:id': lazy(() => import('../pages/missions/mission/mission-page.js')),
  '/organisations/new': lazy(() => import('../pages/directory/registration/registration-page.js')),
  '/organisations/:id': lazy(() => import('../pages/directory/organisation/organisation-page.js')),
  '/commitments/:id': lazy(() => import('../pages/accountability/commitment/commitment-page.js')),
  '/desk': lazy(() => import('../pages/commons/own-desk/own-desk-page.js')),
  '/desk/:organisationId': lazy(() => import('../pages/commons/desk/desk-page.js')),
  '/review/:commitmentId/:reviewedId': lazy(() => import('../pages/accountability/review/review-page.js')),
  '/record/commitment/:missionId': lazy(() => import('../pages/accountability/commitment-form/commitment-form-page.js')),
  '/record/contribution/:commitmentId': lazy(() => import('../pages/accountability/contribution-form/contribution-form-page.js')),
  '/indicators/:id': lazy(() => import('../pages/missions/indicator/indicator-page.js')),
  '/record/indicator/:missionId': lazy(() => import('../pages/missions/indicator-form/indicator-form-page.js')),
  '/record/measurement/:indicatorId': lazy(() => import('../pages/missions/measurement-form/measurement-form-page.js')),
  '/evaluators': lazy(() => import('../pages/directory/evaluators/evaluators-page.js')),
  '/search': lazy(() => import('../pages/commons/search/search-page.js')),
  '/sign-in': lazy(() => import('../pages/commons/sign-in/sign-in-page.js')),
  '/legal': lazy(() => import('../pages/commons/legal/legal-page.js')),
  '/glossary': lazy(() => import('../pages/commons/glossary/glossary-page.js')),
  '/privacy': lazy(() => import('../pages/commons/privacy/privacy-page.js')),
  '/accessibility': lazy(() => import('../pages/commons/accessibility/accessibility-page.js')),
  '/contact': lazy(() => import('../pages/commons/contact/contact-page.js')),
  '/me': lazy(() => import('../pages/commons/me/me-page.js')),
  '/join': lazy(() => import('../pages/commons/join/join-page.js')),
  '/missions/:missionId/partners': lazy(() => import('../pages/missions/partners/partners-page.js')),
  '/operator': lazy(() => import('../pages/commons/operator/operator-page.js')),
  '/seats/:organisationId': lazy(() => import('../pages/commons/seats/seats-page.js')),
  '/keys/:organisationId': lazy(() => import('../pages/commons/keys/keys-page.js')),
} satisfies { readonly [Route in keyof typeof ROUTES]: ComponentType<StringRouteParams<Route>> };
