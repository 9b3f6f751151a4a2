import { describe, expect, test } from '@jest/globals';
import { readCpdRecord } from '@rounds/contracts/cpd-record';
import { recordEvents } from '@rounds/contracts/event';
import { readMe } from '@rounds/contracts/me';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ownerOf } from '../../src/outbox/letter.ts';
import { appendLetter, lettersOf } from '../../src/outbox/outbox.idb.ts';
import { renderApp } from '../app.tsx';
import { aMe, VERSION } from '../factories.ts';
import { withFreshDevice } from '../fresh-device.ts';
import { handle, noAnswer, refusal, withServer } from '../server.ts';

withFreshDevice();
const server = withServer();

const shared = aMe({ sharedDevice: true });
const waiting = () =>
  appendLetter(ownerOf(shared), (stamp) => ({
    what: 'event',
    event: { ...stamp, v: 1, kind: 'note-saved', versionId: VERSION, cardId: 'one', text: 'x' },
  }));

describe('signing out of a shared device', () => {
  test('with work that is not on the server asks first, and staying forgets nothing', async () => {
    await waiting();
    server.use(
      handle(readMe, () => shared),
      handle(recordEvents, noAnswer),
    );
    renderApp('/more');
    const user = userEvent.setup();
    await user.click(
      within(await screen.findByRole('navigation', { name: 'More' })).getByRole('button', { name: 'Sign out' }),
    );
    const dialog = within(await screen.findByRole('dialog', { name: 'Not everything is on the server yet' }));
    expect(dialog.getByText(/1 thing waits on this device/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Stay signed in' }));
    expect(await lettersOf(ownerOf(shared))).toHaveLength(1);
  });
});

test('a person of two organisations can switch from every page', async () => {
  const other = { organisationId: VERSION, name: 'Fellside Practice' };
  server.use(handle(readMe, () => aMe({ organisations: [...aMe().organisations, other] })));
  renderApp('/more');
  const more = within(await screen.findByRole('navigation', { name: 'More' }));
  expect(more.getByRole('button', { name: 'Switch to Fellside Practice' })).toBeVisible();
  expect(more.queryByRole('button', { name: 'Switch to Northgate' })).toBeNull();
});

test('a page that fails says what is safe, gives its number, and can be tried again', async () => {
  let failing = true;
  server.use(
    handle(readMe, () => aMe()),
    handle(readCpdRecord, () =>
      failing
        ? refusal(500, 'unexpected')
        : { year: 2027, years: [2027], from: '2027-01-01', to: '2027-03-11', creditMinutes: 0, paths: [] },
    ),
  );
  renderApp('/cpd-record');
  expect(await screen.findByRole('alert')).toHaveTextContent('Your records are safe');
  expect(screen.getByText('7f3a-c21e')).toBeVisible();
  failing = false;
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Nothing in 2027 yet' })).toBeVisible();
});
