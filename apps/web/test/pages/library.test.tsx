import { expect, test } from '@jest/globals';
import { searchCatalogue } from '@rounds/contracts/catalogue';
import { readMe } from '@rounds/contracts/me';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderApp } from '../app.tsx';
import { aMe, aModuleSummary } from '../factories.ts';
import { withFreshDevice } from '../fresh-device.ts';
import { handle, withServer } from '../server.ts';

withFreshDevice();
const server = withServer();

const MODULES = [
  aModuleSummary({
    moduleId: '01a5c9ee-8b1c-7000-8000-000000000301',
    title: 'Phishing',
    minutes: 5,
    state: 'completed',
    completedOn: '2027-01-08',
  }),
  aModuleSummary({
    moduleId: '01a5c9ee-8b1c-7000-8000-000000000302',
    title: 'Chatbots',
    minutes: 9,
    reviewOverdue: true,
  }),
];

function show(address: string): void {
  server.use(
    handle(readMe, () => aMe()),
    handle(searchCatalogue, ({ query }) => {
      const most = Number(query.get('minutes') ?? 99);
      const words = (query.get('q') ?? '').toLowerCase();
      const modules = MODULES.filter(({ minutes, title }) => minutes <= most && title.toLowerCase().includes(words));
      return {
        modules,
        nextCursor: null,
        capabilities: [{ framework: 'ADHT', code: '4.1' }],
        levels: ['foundation' as const],
        audiences: ['clinicians' as const],
      };
    }),
  );
  renderApp(address);
}

test('each line has its minutes, kilobytes and state', async () => {
  show('/library');
  expect(await screen.findByText('2 modules')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Phishing' })).toHaveAttribute('href', `/modules/${MODULES[0]!.moduleId}`);
  expect(screen.getByText('You finished this on 8 January 2027')).toBeVisible();
  expect(screen.getByText(/Past its review date/)).toBeVisible();
});

test('minutes act at once, and the filter is in the address', async () => {
  show('/library');
  await userEvent.setup().click(await screen.findByRole('radio', { name: /^5\smin$/ }));
  expect(await screen.findByText('1 module takes 5 minutes or less')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Chatbots' })).toBeNull();
});

test('a filter in the address holds, and can be cleared', async () => {
  show('/library?minutes=5&q=chat');
  const user = userEvent.setup();
  expect(await screen.findByRole('heading', { name: 'No module is that short' })).toBeVisible();
  expect(screen.getByRole('searchbox', { name: 'Search the library' })).toHaveValue('chat');
  await user.click(screen.getByRole('button', { name: 'Show 10 minutes' }));
  expect(await screen.findByRole('link', { name: 'Chatbots' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(await screen.findByText('2 modules')).toBeVisible();
});

test('a search acts with Enter', async () => {
  show('/library');
  const user = userEvent.setup();
  await user.type(await screen.findByRole('searchbox', { name: 'Search the library' }), 'phish{Enter}');
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Chatbots' })).toBeNull());
  expect(screen.getByText('1 module for “phish”')).toBeVisible();
});
