import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readCalibration } from '@rounds/contracts/calibration';
import { changePreferences, type Preferences } from '@rounds/contracts/preferences';
import { readMe } from '@rounds/contracts/me';
import { listSessions, signOut } from '@rounds/contracts/session';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { forgetLook, keepLook, keptLook, showLook } from '../../src/lib/look.ts';
import { createQueryClient } from '../../src/api/query-client.ts';
import { contextWith } from '../../src/router.tsx';
import { rootLoader } from '../../src/routes/root.route.tsx';
import { answer, Refused } from '../answers.ts';
import { id } from '../fixtures/ids.ts';
import { withFreshDevice } from '../fresh-device.ts';
import { openPage } from '../open-page.tsx';

withFreshDevice();
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  server.resetHandlers();
  forgetLook();
  showLook({});
});
afterAll(() => server.close());

const MINE = id(10);
const { dataset } = document.documentElement;
const others = () => [answer(readCalibration, () => ({ levels: [] })), answer(listSessions, () => ({ sessions: [] }))];
const unreachable = (): never => {
  throw new Refused(503, 'unexpected');
};

/** Opens the account page on a server that takes every change. */
async function openAccount(preferences?: Preferences) {
  const sent: Preferences[] = [];
  const put = answer(changePreferences, ({ body: { changedAt: _, ...wanted } }) => {
    sent.push(wanted);
    return wanted;
  });
  const opened = await openPage(server, '/account', preferences ? { preferences } : {}, [put, ...others()]);
  const group = (name: string) => within(screen.getByRole('group', { name }));
  const choose = (name: string, option: string) => opened.user.click(group(name).getByRole('radio', { name: option }));
  return { ...opened, sent, choose, group };
}

describe('how it looks', () => {
  test('changes at once, is sent, and goes back to the usual', async () => {
    const { choose, sent } = await openAccount();
    await choose('Text size', 'Largest');
    expect(dataset['text']).toBe('largest');
    expect(await screen.findByText('Saved. It follows you to every device.')).toBeVisible();
    await choose('Spacing of lines, letters and words', 'Wide');
    await choose('Colours', 'High contrast');
    await choose('Motion', 'None');
    expect(dataset).toMatchObject({ text: 'largest', spacing: 'wide', theme: 'contrast', motion: 'none' });
    await choose('Text size', 'Usual');
    expect(dataset['text']).toBeUndefined();
    const last = { spacing: 'wide', theme: 'contrast', motion: 'none' } as const;
    await waitFor(() => expect(sent.at(-1)).toEqual(last));
    await waitFor(() => expect(keptLook()).toEqual({ personId: MINE, preferences: last }));
  });

  test('is what the server knows of the person', async () => {
    const { group } = await openAccount({ theme: 'dark' });
    expect(dataset['theme']).toBe('dark');
    expect(group('Colours').getByRole('radio', { name: 'Dark' })).toBeChecked();
    expect(group('Motion').getByRole('radio', { name: 'As the device' })).toBeChecked();
  });

  test('is not that of the person before', async () => {
    keepLook({ personId: id(99), preferences: { text: 'largest', theme: 'contrast' }, unsent: '2027-03-11T14:15:00Z' });
    const { group } = await openAccount();
    expect(dataset['theme']).toBeUndefined();
    expect(dataset['text']).toBeUndefined();
    expect(group('Text size').getByRole('radio', { name: 'Usual' })).toBeChecked();
  });

  test('changed without a server is kept here, and holds against an older answer', async () => {
    const { choose } = await openAccount({ theme: 'dark' });
    server.use(answer(changePreferences, unreachable));
    await choose('Colours', 'Light');
    expect(await screen.findByText(/^Saved on this device\./)).toBeVisible();
    expect(keptLook()).toMatchObject({ preferences: { theme: 'light' }, unsent: expect.any(String) });
  });

  test('that waits to be sent is shown instead of what the server knows', async () => {
    keepLook({ personId: MINE, preferences: { theme: 'light' }, unsent: '2027-03-11T14:15:00Z' });
    const { group } = await openAccount({ theme: 'dark' });
    expect(dataset['theme']).toBe('light');
    expect(group('Colours').getByRole('radio', { name: 'Light' })).toBeChecked();
  });

  test('that a browser has garbled is the device’s own', () => {
    localStorage.setItem('rounds.look', 'dark');
    expect(keptLook()).toBeNull();
  });
});

describe('who leaves takes their look along', () => {
  const mine = { personId: MINE, preferences: { text: 'largest' } } as const;

  test('when they sign out', async () => {
    const { user } = await openPage(server, '/more', mine, [answer(signOut, () => ({}))]);
    expect(keptLook()).toEqual(mine);
    const more = within(screen.getByRole('navigation', { name: 'More' }));
    await user.click(more.getByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(keptLook()).toBeNull());
  });

  test('when their session is over', async () => {
    keepLook(mine);
    server.use(
      answer(readMe, () => {
        throw new Refused(401, 'signed-out');
      }),
    );
    const url = new URL('http://localhost/today');
    const context = contextWith(createQueryClient());
    await expect(
      rootLoader({ context, request: new Request(url), url, pattern: '/today', params: {} }),
    ).rejects.toMatchObject({ status: 302 });
    expect(keptLook()).toBeNull();
  });
});
