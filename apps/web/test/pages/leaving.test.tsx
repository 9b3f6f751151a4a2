import { describe, expect, test } from '@jest/globals';
import { readCpdRecord } from '@rounds/contracts/cpd-record';
import { recordEvents } from '@rounds/contracts/event';
import { readMe } from '@rounds/contracts/me';
import { signOut } from '@rounds/contracts/session';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { storedKey } from '../../src/outbox/device.idb.ts';
import { ownerOf } from '../../src/outbox/letter.ts';
import { appendLetter, lettersOf } from '../../src/outbox/outbox.idb.ts';
import { renderApp } from '../app.tsx';
import { aMe, VERSION } from '../factories.ts';
import { reload, withFreshDevice } from '../fresh-device.ts';
import { handle, noAnswer, refusal, withServer } from '../server.ts';

withFreshDevice();
const server = withServer();

const shared = aMe({ sharedDevice: true });
const waiting = () =>
  appendLetter(ownerOf(shared), (stamp) => ({
    what: 'event',
    event: { ...stamp, v: 1, kind: 'note-saved', versionId: VERSION, cardId: 'one', text: 'x' },
  }));

/** Opens the dialog that asks before work is left behind. */
async function askToLeave(): Promise<ReturnType<typeof within>> {
  const more = within(await screen.findByRole('navigation', { name: 'More' }));
  await userEvent.setup().click(more.getByRole('button', { name: 'Sign out' }));
  return within(await screen.findByRole('dialog', { name: 'Not everything is on the server yet' }));
}

describe('signing out with work that is not on the server', () => {
  test('asks first, and staying changes nothing', async () => {
    await waiting();
    server.use(
      handle(readMe, () => shared),
      handle(recordEvents, noAnswer),
    );
    renderApp('/more');
    const dialog = await askToLeave();
    expect(dialog.getByText(/1 thing waits on this device/)).toBeVisible();
    await userEvent.setup().click(dialog.getByRole('button', { name: 'Stay signed in' }));
    expect(await lettersOf(ownerOf(shared))).toHaveLength(1);
  });

  test('can send it now', async () => {
    await waiting();
    server.use(
      handle(readMe, () => shared),
      handle(recordEvents, noAnswer),
    );
    renderApp('/more');
    const dialog = await askToLeave();
    server.use(
      handle(recordEvents, ({ body }) => ({
        answers: (body as { events: { id: string }[] }).events.map(({ id }) => ({ id, outcome: 'accepted' as const })),
        serverTime: new Date().toISOString(),
      })),
    );
    await userEvent.setup().click(dialog.getByRole('button', { name: 'Send it now' }));
    expect(await screen.findByText('Everything is on the server now.')).toBeVisible();
    expect(await lettersOf(ownerOf(shared))).toEqual([]);
  });

  test('can leave it sealed: no key stays here, and the next sign-in opens it', async () => {
    await waiting();
    server.use(
      handle(readMe, () => shared),
      handle(recordEvents, noAnswer),
      handle(signOut, () => ({})),
    );
    renderApp('/more');
    const dialog = await askToLeave();
    expect(await storedKey()).not.toBeNull();
    await userEvent.setup().click(dialog.getByRole('button', { name: 'Sign out, and leave it sealed here' }));
    await waitFor(async () => expect(await storedKey()).toBeNull());
    await reload();
    expect(await lettersOf(ownerOf(shared))).toHaveLength(1);
  });

  test('and without an answer to the signing out seals nothing, and says so', async () => {
    await waiting();
    server.use(
      handle(readMe, () => shared),
      handle(recordEvents, noAnswer),
      handle(signOut, noAnswer),
    );
    renderApp('/more');
    const dialog = await askToLeave();
    await userEvent.setup().click(dialog.getByRole('button', { name: 'Sign out, and leave it sealed here' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('The server did not answer');
    expect(await storedKey()).not.toBeNull();
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
        : {
            year: 2027,
            years: [2027],
            from: '2027-01-01',
            to: '2027-03-11',
            creditMinutes: 0,
            paths: [],
            discussions: [],
          },
    ),
  );
  renderApp('/cpd-record');
  expect(await screen.findByRole('alert')).toHaveTextContent('Your records are safe');
  expect(screen.getByText('7f3a-c21e')).toBeVisible();
  failing = false;
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Nothing in 2027 yet' })).toBeVisible();
});
