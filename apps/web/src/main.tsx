// First, so that a component's own rules come after the ground they stand on.
import './styles/tokens.css';
import './styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { findKeptWith } from './api/kept-answers.ts';
import { createQueryClient } from './api/query-client.ts';
import { findAnswer } from './kept/find-answer.ts';
import { keptLook, showLook } from './lib/look.ts';
import { whenReadable } from './program/when-readable.ts';
import { createRouter } from './router.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The document has no #root to draw in');

showLook(keptLook()?.preferences ?? {});
const client = createQueryClient();
// What keeps is no part of the first pages' weight: it comes afterwards, and from this device itself the next time.
findKeptWith((key) => findAnswer(client, key));
async function fetchTheRest(): Promise<void> {
  await whenReadable();
  const { startKeeping } = await import('./kept/start.ts');
  startKeeping(client);
  // The quiz and all after it: whoever loses the network in the middle of a module goes on, installed or not.
  await import('./routes/learner/question.route.tsx');
}
if (import.meta.env.PROD) fetchTheRest().catch(() => undefined);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={createRouter(client)} />
    </QueryClientProvider>
  </StrictMode>,
);
