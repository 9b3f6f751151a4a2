import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { openPage } from '../open-page.tsx';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test('the accessibility statement is led to by the foot of a page, and says what was not tested', async () => {
  const { user } = await openPage(server, '/what-your-organisation-sees', {}, []);
  await user.click(within(screen.getByRole('contentinfo')).getByRole('link', { name: 'Accessibility' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Accessibility' })).toBeVisible();
  expect(screen.getByText(/level AA/)).toBeVisible();
  expect(within(screen.getByRole('region', { name: 'Not tested' })).getByText('in Safari or Firefox')).toBeVisible();
  expect(screen.getByText(/22 November 2026/)).toBeVisible();
});
