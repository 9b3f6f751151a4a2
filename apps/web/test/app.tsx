import { QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from '../src/api/query-client.ts';
import { contextWith, routes } from '../src/router.tsx';

/** The whole product at an address, over the network that the test has set up. */
export function renderApp(address: string): RenderResult & { router: ReturnType<typeof createMemoryRouter> } {
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  const router = createMemoryRouter(routes, { initialEntries: [address], getContext: () => contextWith(client) });
  const drawn = render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { router, ...drawn };
}
