import { Suspense, useLayoutEffect, type ComponentType } from 'react';
import { RouterProvider } from 'react-aria-components';
import { Route, Router, Switch, useLocation, useSearch } from 'wouter';
import { PAGES } from '../generated/pages.js';
import { Languages } from '../i18n/languages.js';
import { Loading } from '../parts/notice.js';
import { namingActing } from './acting-for.js';
import { ApiProvider } from './graphql/api.js';
import { NotFound } from './not-found.js';

export function App() {
  const [, navigate] = useLocation();
  return (
    <Languages>
      <RouterProvider navigate={navigate}>
        <ApiProvider>
          <Router hrefs={namingActing}>
            <Suspense fallback={<Loading />}>
              <Pages />
            </Suspense>
          </Router>
        </ApiProvider>
      </RouterProvider>
    </Languages>
  );
}

/** A page takes what its route names: generated/pages.ts is checked for it. */
const pages = Object.entries(PAGES) as unknown as readonly [
  route: string,
  page: ComponentType<Readonly<Record<string, string | undefined>>>,
][];

/** The page of the address: the first route that fits. */
function Pages() {
  useActingInAddress();
  return (
    <Switch>
      {pages.map(([route, OnePage]) => (
        <Route key={route} path={route}>
          {(params) => <OnePage {...params} />}
        </Route>
      ))}
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

/** However a page that records was come to, its address says for whom: a reload, a bookmark or a copy of it stays with that. */
function useActingInAddress(): void {
  const [path, navigate] = useLocation();
  const search = useSearch();
  useLayoutEffect(() => {
    const here = path + location.search + location.hash;
    const named = namingActing(here);
    if (named !== here) navigate(named, { replace: true });
  }, [path, search, navigate]);
}
