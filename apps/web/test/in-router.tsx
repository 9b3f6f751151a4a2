import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';

/** Draws one piece at `/` of a small router, for pieces with links in them. */
export function renderInRouter(piece: ReactNode): RenderResult & { router: ReturnType<typeof createMemoryRouter> } {
  const router = createMemoryRouter([{ path: '*', element: piece }]);
  return { router, ...render(<RouterProvider router={router} />) };
}
