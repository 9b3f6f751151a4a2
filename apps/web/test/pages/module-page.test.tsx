import { expect, test } from '@jest/globals';
import { type ModulePage, readModule } from '@rounds/contracts/catalogue';
import { readMe } from '@rounds/contracts/me';
import { screen } from '@testing-library/react';
import { renderApp } from '../app.tsx';
import { aMe, aModulePage, MODULE, VERSION } from '../factories.ts';
import { withFreshDevice } from '../fresh-device.ts';
import { handle, refusal, withServer } from '../server.ts';

withFreshDevice();
const server = withServer();

function show(change: Partial<ModulePage>): void {
  server.use(
    handle(readMe, () => aMe()),
    handle(readModule, () => aModulePage(change)),
  );
  renderApp(`/modules/${MODULE}`);
}

const link = (name: string) => screen.findByRole('link', { name });

test.each([
  ['nothing opened', {}, 'Start', `/read/${VERSION}`],
  [
    'in the middle',
    { state: 'started', resume: { cardNumber: 4, quiz: false } },
    'Continue at card 4',
    `/read/${VERSION}`,
  ],
  ['all cards read', { state: 'started', resume: { cardNumber: 7, quiz: true } }, 'Take the quiz', `/quiz/${VERSION}`],
  ['completed', { state: 'completed', resume: { cardNumber: 7, quiz: true } }, 'Read it again', `/read/${VERSION}/1`],
] as const)('%s: the way on is "%3$s"', async (_, change, name, href) => {
  show(change);
  expect(await link(name)).toHaveAttribute('href', href);
});

test('says who made it, who has not reviewed it, and that a pass adds no minutes yet', async () => {
  show({ credit: { counts: false, reason: 'not-reviewed', nextRoundFrom: null } });
  expect(await screen.findByText('Not yet reviewed by a clinician')).toBeVisible();
  expect(screen.getByText(/It adds no minutes until a named clinician has signed this module off/)).toBeVisible();
  expect(screen.getByRole('row', { name: 'How AI was used It drafted 4 questions.' })).toBeVisible();
  expect(screen.getByText('Safety questions must be right')).toBeVisible();
});

test('says who asks to do it again, why, and that a pass adds its minutes again', async () => {
  show({ state: 'completed', askedAgain: { reason: 'The policy changed.', askedOn: '2027-03-01' } });
  const asked = await screen.findByText(/asks you to do this again:/);
  expect(asked.closest('p')).toHaveTextContent(
    `${aMe().organisation.name} asks you to do this again: The policy changed.`,
  );
  expect(screen.getByText('A pass adds its minutes again.')).toBeVisible();
});

test('does not ask for what was withdrawn since', async () => {
  show({ state: 'completed', retired: true, askedAgain: { reason: 'The policy changed.', askedOn: '2027-03-01' } });
  expect(await screen.findByText('This module was withdrawn.')).toBeVisible();
  expect(screen.queryByText(/asks you to do this again/)).toBeNull();
});

test('a module that is not there is not found', async () => {
  server.use(
    handle(readMe, () => aMe()),
    handle(readModule, () => refusal(404, 'not-found')),
  );
  renderApp(`/modules/${MODULE}`);
  await screen.findByRole('heading', { level: 1, name: 'There is no page at this address' });
  expect(await link('Search the library')).toHaveAttribute('href', '/library');
});
