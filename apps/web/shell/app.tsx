import { Suspense, type ComponentType } from 'react';
import { RouterProvider } from 'react-aria-components';
import { Route, Switch, useLocation } from 'wouter';
import { PAGES } from '../generated/pages.js';
import { Languages } from '../i18n/languages.js';
import { Loading } from '../parts/notice.js';
import { ApiProvider } from './graphql/api.js';
import { NotFound } from './not-found.js';

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

/** A page takes what its route names: generated/pages.ts is checked for it. */
const pages = Object.entries(PAGES) as unknown as readonly [
  route: string,
  page: ComponentType<Readonly<Record<string, string | undefined>>>,
][];

/** The page of the address: the first route that fits. */
function Pages() {
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
