import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter, redirect, type RouteObject, RouterContextProvider } from 'react-router';
import { queryClientContext } from './api/query-client.ts';
import { paths } from './lib/paths.ts';
import { adminPages } from './routes/admin/routes.ts';
import { cpdLeadPages } from './routes/cpd-lead/routes.ts';
import { educatorPages } from './routes/educator/routes.ts';
import { learnerPages, learnerSteps } from './routes/learner/routes.ts';
import { personPages } from './routes/person/routes.ts';
import { Root, RootFallback, rootLoader } from './routes/root.route.tsx';
import { BareRouteError, NotFound, RouteError } from './routes/route-error.tsx';
import { ShellRoute } from './routes/shell.route.tsx';

/** The one route table. Every page is lazy, so that nobody fetches another audience's program. */
export const routes: RouteObject[] = [
  {
    id: 'root',
    loader: rootLoader,
    Component: Root,
    HydrateFallback: RootFallback,
    ErrorBoundary: BareRouteError,
    children: [
      { index: true, loader: () => redirect(paths.today) },
      {
        Component: ShellRoute,
        children: [
          {
            ErrorBoundary: RouteError,
            children: [
              ...learnerPages,
              ...personPages,
              ...educatorPages,
              ...cpdLeadPages,
              ...adminPages,
              { path: '*', Component: NotFound },
            ],
          },
        ],
      },
      { ErrorBoundary: BareRouteError, children: learnerSteps },
    ],
  },
];

export function contextWith(client: QueryClient): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(queryClientContext, client);
  return context;
}

export function createRouter(client: QueryClient): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(routes, { getContext: () => contextWith(client) });
}
