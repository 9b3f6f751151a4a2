import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { auditLog } from '../fixtures/audit.ts';
import { id } from '../fixtures/ids.ts';
import { openPage } from '../open-page.tsx';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const open = (address = '/admin/audit') => openPage(server, address, { roles: ['administrator'] }, auditLog);

test('says who did what, to whom, when and from where', async () => {
  await open();
  const row = screen.getByRole('row', { name: /Suspended a person/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['11 March 2027, 1:02pm', 'Alder Reed', 'Ash Foxglove', 'Community east', '192.0.2.7']);
  expect(within(row).getByRole('rowheader')).toHaveTextContent('Reason: Left the trust.');
  expect(screen.getByRole('row', { name: /Began a download/ })).toHaveTextContent(
    'Filter: module Automation bias. Columns: family name, given name, unit.',
  );
});

test('an action without words of its own is shown by its code', async () => {
  await open();
  expect(screen.getByRole('row', { name: /something\.new/ })).toBeVisible();
});

test('filters by what was done, and pages on', async () => {
  const { user, router } = await open();
  await user.click(screen.getByRole('link', { name: 'Next page' }));
  expect(await screen.findByText('7 to 9')).toBeVisible();
  await user.selectOptions(screen.getByLabelText('What was done'), 'Began a download');
  expect(await screen.findByText('1 to 1')).toBeVisible();
  expect(router.state.location.search).toBe('?action=export.begun');
  expect(screen.getAllByRole('row')).toHaveLength(2);
});

test('one person’s part of it', async () => {
  const { user, router } = await open(`/admin/audit?person=${id(2000)}`);
  expect(screen.getByText('Only what one person did, or what was done to them.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(router.state.location.search).toBe('');
});

test('on the phone, “More” is marked while its places are open', async () => {
  await open();
  const thumb = within(screen.getByRole('navigation', { name: 'Main, at the thumb' }));
  expect(thumb.getByRole('link', { name: 'More' })).toHaveAttribute('aria-current', 'true');
  expect(thumb.getByRole('link', { name: 'Today' })).not.toHaveAttribute('aria-current');
});
