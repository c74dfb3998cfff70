import { lazy, Suspense } from 'react';
import { RouterProvider } from 'react-aria-components';
import { Route, Switch, useLocation } from 'wouter';
import { ApiProvider } from './graphql/api.js';
import { Languages } from '../i18n/languages.js';
import { Loading } from '../parts/notice.js';
import { NotFound } from './not-found.js';

// One chunk a page: a resident who reads a mission does not fetch the forms.
const HomePage = lazy(() => import('../pages/commons/home/home-page.js'));
const MissionPage = lazy(() => import('../pages/missions/mission/mission-page.js'));
const OrganisationPage = lazy(() => import('../pages/directory/organisation/organisation-page.js'));
const CommitmentPage = lazy(() => import('../pages/accountability/commitment/commitment-page.js'));
const OwnDeskPage = lazy(() => import('../pages/commons/own-desk/own-desk-page.js'));
const DeskPage = lazy(() => import('../pages/commons/desk/desk-page.js'));
const ReviewPage = lazy(() => import('../pages/accountability/review/review-page.js'));
const RecordCommitmentPage = lazy(() => import('../pages/accountability/commitment-form/commitment-form-page.js'));
const RecordContributionPage = lazy(() => import('../pages/accountability/contribution-form/contribution-form-page.js'));
const RecordMeasurementPage = lazy(() => import('../pages/missions/measurement-form/measurement-form-page.js'));
const SearchPage = lazy(() => import('../pages/commons/search/search-page.js'));
const SignInPage = lazy(() => import('../pages/commons/sign-in/sign-in-page.js'));

export function App() {
  const [, navigate] = useLocation();
  return (
    <Languages>
      <RouterProvider navigate={navigate}>
        <ApiProvider>
          <Suspense fallback={<Loading />}>
            <Pages />
          </Suspense>
        </ApiProvider>
      </RouterProvider>
    </Languages>
  );
}

/** Every address the server answers with the pages; apps/api/http/pages.ts has the same list. */
function Pages() {
  return (
    <Switch>
      <Route path="/">
        <HomePage />
      </Route>
      <Route path="/missions/:id">{({ id }) => <MissionPage id={id} />}</Route>
      <Route path="/organisations/:id">{({ id }) => <OrganisationPage id={id} />}</Route>
      <Route path="/commitments/:id">{({ id }) => <CommitmentPage id={id} />}</Route>
      <Route path="/desk">
        <OwnDeskPage />
      </Route>
      <Route path="/desk/:organisationId">{({ organisationId }) => <DeskPage organisationId={organisationId} />}</Route>
      <Route path="/review/:commitmentId/:reviewedId">
        {({ commitmentId, reviewedId }) => <ReviewPage commitmentId={commitmentId} reviewedId={reviewedId} />}
      </Route>
      <Route path="/record/commitment/:missionId">
        {({ missionId }) => <RecordCommitmentPage missionId={missionId} />}
      </Route>
      <Route path="/record/contribution/:commitmentId">
        {({ commitmentId }) => <RecordContributionPage commitmentId={commitmentId} />}
      </Route>
      <Route path="/record/measurement/:indicatorId">
        {({ indicatorId }) => <RecordMeasurementPage indicatorId={indicatorId} />}
      </Route>
      <Route path="/search">
        <SearchPage />
      </Route>
      <Route path="/sign-in">
        <SignInPage />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
