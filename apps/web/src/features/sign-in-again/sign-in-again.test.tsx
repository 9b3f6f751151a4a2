import { expect, test } from '@jest/globals';
import { recordEvents } from '@rounds/contracts/event';
import { readMe } from '@rounds/contracts/me';
import { signIn } from '@rounds/contracts/session';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderApp } from '../../../test/app.tsx';
import { aMe, VERSION } from '../../../test/factories.ts';
import { withFreshDevice } from '../../../test/fresh-device.ts';
import { learnerServer } from '../../../test/learner-server.ts';
import { handle, refusal, withServer } from '../../../test/server.ts';

withFreshDevice();
const server = withServer();

/** A session that has ended, until somebody signs in with the right password. */
function forgetfulServer() {
  const kept = learnerServer(server);
  const seen = { signedIn: true, bodies: [] as unknown[], batches: 0 };
  server.use(
    handle(readMe, () => (seen.signedIn ? aMe() : refusal(401, 'signed-out'))),
    handle(recordEvents, ({ body }) => {
      if (!seen.signedIn) return refusal(401, 'signed-out');
      seen.batches += 1;
      const { events } = body as { events: typeof kept.events };
      kept.events.push(...events);
      return {
        answers: events.map(({ id }) => ({ id, outcome: 'accepted' as const })),
        serverTime: '2027-03-11T13:52:00Z',
      };
    }),
    handle(signIn, ({ body }) => {
      seen.bodies.push(body);
      if ((body as { password: string }).password !== 'right') return refusal(401, 'sign-in-failed');
      seen.signedIn = true;
      return {
        signedIn: true as const,
        organisationId: aMe().organisation.organisationId,
        organisations: aMe().organisations,
      };
    }),
  );
  return { kept, seen };
}

test('a session that ends in the middle is begun again in place, and nothing is lost', async () => {
  const { kept, seen } = forgetfulServer();
  const user = userEvent.setup();
  const { router } = renderApp(`/read/${VERSION}/1`);
  await screen.findByRole('heading', { level: 1, name: 'The alert' });
  await waitFor(() => expect(kept.events).toHaveLength(1));
  seen.signedIn = false;
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Sign in again to go on' }));
  expect(router.state.location.pathname).toBe(`/read/${VERSION}/2`);
  await user.type(dialog.getByLabelText('E-mail address or staff number'), 'juniper@example.org');
  await user.type(dialog.getByLabelText('Password'), 'wrong');
  await user.click(dialog.getByRole('button', { name: 'Sign in' }));
  expect(await dialog.findByRole('alert')).toBeVisible();
  await user.clear(dialog.getByLabelText('Password'));
  await user.type(dialog.getByLabelText('Password'), 'right');
  await user.click(dialog.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(kept.events.at(-1)).toMatchObject({ kind: 'card-viewed', cardId: 'one' }));
  expect(seen.bodies.at(-1)).toMatchObject({ organisationId: aMe().organisation.organisationId, sharedDevice: false });
});

test('"Later" leaves the work on the device and does not ask again by itself', async () => {
  const { kept, seen } = forgetfulServer();
  const user = userEvent.setup();
  renderApp(`/read/${VERSION}/1`);
  await screen.findByRole('heading', { level: 1, name: 'The alert' });
  await waitFor(() => expect(kept.events).toHaveLength(1));
  seen.signedIn = false;
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Later' }));
  await user.click(await screen.findByRole('button', { name: 'Go on without an answer' }));
  await screen.findByRole('heading', { level: 1, name: 'Decide first: the letter' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText(/Saved on this device/)).toBeVisible();
  expect(kept.events).toHaveLength(1);
});
