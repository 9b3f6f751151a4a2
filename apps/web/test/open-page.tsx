import { readMe, type Me } from '@rounds/contracts/me';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { HttpHandler } from 'msw';
import type { SetupServer } from 'msw/node';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { createQueryClient } from '../src/api/query-client.ts';
import { contextWith, routes } from '../src/router.tsx';
import { answer } from './answers.ts';
import { aMe } from './fixtures/me.ts';

type Opened = { user: UserEvent; router: ReturnType<typeof createMemoryRouter> };

/** Opens an address of the product for one person, with a server that gives these answers, and waits for its title. */
export async function openPage(
  server: SetupServer,
  address: string,
  me: Partial<Me>,
  answers: readonly HttpHandler[],
): Promise<Opened> {
  atTheDesk();
  server.use(
    ...answers,
    answer(readMe, () => aMe(me)),
  );
  const client = createQueryClient();
  const router = createMemoryRouter(routes, { initialEntries: [address], getContext: () => contextWith(client) });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  return { user: userEvent.setup(), router };
}

/** jsdom has no screen to measure: the desk's tables and filters are those that are tested here. */
function atTheDesk(): void {
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), { media, matches: true }) as unknown as MediaQueryList;
}
