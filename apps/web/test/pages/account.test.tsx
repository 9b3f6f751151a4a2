import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type CalibrationLevel, readCalibration } from '@rounds/contracts/calibration';
import { changePassword } from '@rounds/contracts/password';
import { endSession, listSessions, type SessionSeen } from '@rounds/contracts/session';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { answer, Refused } from '../answers.ts';
import { id } from '../fixtures/ids.ts';
import { openPage } from '../open-page.tsx';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  server.resetHandlers();
});
afterAll(() => server.close());

const aSession = (number: number, given: Partial<SessionSeen>): SessionSeen => ({
  sessionId: id(number),
  current: false,
  device: 'Firefox on Windows',
  organisation: 'Northgate Health Trust',
  sharedDevice: false,
  startedAt: '2027-03-10T08:00:00Z',
  lastSeenAt: '2027-03-11T14:15:00Z',
  ...given,
});

function sessions(levels: CalibrationLevel[] = []) {
  let open = [aSession(1, { current: true, device: 'Chrome on Android' }), aSession(2, { sharedDevice: true })];
  return [
    answer(readCalibration, () => ({ levels })),
    answer(listSessions, () => ({ sessions: open })),
    answer(endSession, ({ params }) => {
      open = open.filter(({ sessionId }) => sessionId !== params.sessionId);
      return {};
    }),
  ];
}
const dialog = () => within(screen.getByRole('dialog'));

test('shows who one is, and who can correct it', async () => {
  await openPage(server, '/account', {}, sessions());
  expect(screen.getByText('linden.yarrow@northgate.test')).toBeVisible();
  expect(screen.getByText(/an administrator of your organisation can correct it/)).toBeVisible();
});

test('ends one session and keeps this one', async () => {
  const { user } = await openPage(server, '/account', {}, sessions());
  expect(screen.getByRole('row', { name: /Chrome on Android/ })).toHaveTextContent('This one');
  expect(screen.getByRole('row', { name: /Firefox on Windows/ })).toHaveTextContent('a shared device');
  await user.click(screen.getByRole('button', { name: 'Sign out there: Firefox on Windows' }));
  expect(await screen.findByText('Signed out: Firefox on Windows.')).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('row', { name: /Firefox/ })).toBeNull());
});

test('signing out everywhere asks first', async () => {
  const { user } = await openPage(server, '/account', {}, sessions());
  await user.click(screen.getByRole('button', { name: 'Sign out everywhere' }));
  expect(dialog().getByText('You are signed out on every device, on this one too.')).toBeVisible();
  expect(dialog().getByRole('button', { name: 'Stay signed in' })).toHaveFocus();
});

describe('the password', () => {
  async function change(oldPassword: string, newPassword: string) {
    const { user } = await openPage(server, '/account', {}, [
      answer(changePassword, ({ body }) => {
        if (body.oldPassword === 'right-one') return {};
        throw new Refused(400, 'invalid-request', {
          faults: [{ field: 'oldPassword', message: 'That is not the password you have now.' }],
        });
      }),
      ...sessions(),
    ]);
    await user.click(screen.getByRole('button', { name: 'Change it' }));
    if (oldPassword) await user.type(dialog().getByLabelText('Password you have now'), oldPassword);
    await user.type(dialog().getByLabelText('New password'), newPassword);
    await user.click(dialog().getByRole('button', { name: 'Change the password' }));
  }

  test('is changed, and what that ends is said', async () => {
    await change('right-one', 'purple-otter-lamp');
    expect(await screen.findByText('Your password is changed. You are signed out everywhere but here.')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('too short a one is seen at once', async () => {
    await change('', 'short');
    expect(dialog().getByRole('link', { name: 'Use 10 characters or more' })).toBeVisible();
    expect(dialog().getByRole('link', { name: 'Type the password you have now' })).toBeVisible();
  });

  test('a wrong old one is said at its field', async () => {
    await change('wrong-one', 'purple-otter-lamp');
    expect(await dialog().findByRole('link', { name: 'That is not the password you have now.' })).toBeVisible();
    expect(dialog().getByLabelText('Password you have now')).toBeInvalid();
  });
});

describe('how sure, how right', () => {
  const level = (certainty: 1 | 2 | 3, answers: number, right: number | null) => ({ certainty, answers, right });
  const unreadable = (): never => {
    throw new Refused(500, 'unexpected');
  };
  const panel = async () => within(await screen.findByRole('region', { name: 'How sure, how right' }));

  test('says how often one was right, and waits for ten answers', async () => {
    await openPage(server, '/account', {}, sessions([level(3, 10, 7), level(2, 4, null), level(1, 0, null)]));
    const shown = await panel();
    expect(await shown.findByText('When you were very sure, you were right 7 times of 10.')).toBeVisible();
    expect(shown.getByText('4 answers so far when you were fairly sure. It says more from 10.')).toBeVisible();
    expect(shown.queryByText(/not very sure/)).toBeNull();
    expect(shown.getByText(/Only you see this/)).toBeVisible();
  });

  test('without answers says how to begin', async () => {
    await openPage(server, '/account', {}, sessions([level(3, 0, null), level(2, 0, null), level(1, 0, null)]));
    expect(await (await panel()).findByText(/From 10 answers on/)).toBeVisible();
  });

  test('that cannot be read says so, and the page stands', async () => {
    const [, ...others] = sessions();
    await openPage(server, '/account', {}, [answer(readCalibration, unreadable), ...others]);
    expect(await (await panel()).findByText(/could not be read just now/, {}, { timeout: 8_000 })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Change it' })).toBeVisible();
  }, 15_000);
});
