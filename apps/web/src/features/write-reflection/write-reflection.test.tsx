import { expect, test } from '@jest/globals';
import { type CpdEntryDetail, readCpdEntry } from '@rounds/contracts/cpd-record';
import { recordEvents } from '@rounds/contracts/event';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderApp } from '../../../test/app.tsx';
import { MODULE, VERSION } from '../../../test/factories.ts';
import { reload, withFreshDevice } from '../../../test/fresh-device.ts';
import { learnerServer } from '../../../test/learner-server.ts';
import { handle, noAnswer, withServer } from '../../../test/server.ts';
import { useOutboxView } from '../../outbox/outbox.zustand.ts';

withFreshDevice();
const server = withServer();
const COMPLETION = '01a5c9ee-8b1c-7000-8000-000000000088';

const entry: CpdEntryDetail = {
  completionId: COMPLETION,
  moduleId: MODULE,
  attemptId: VERSION,
  title: 'Automation bias',
  provider: 'Rounds',
  pathId: MODULE,
  pathTitle: 'Working safely with AI',
  version: '1.0',
  round: 1,
  creditMinutes: 8,
  noMinutesReason: null,
  completedOn: '2027-03-11',
  organisationName: 'Northgate',
  reviewedBy: null,
  hasReflection: false,
  versionId: VERSION,
  completedAt: '2027-03-11T14:06:00Z',
  receivedAt: '2027-03-11T14:06:02Z',
  unitName: 'Older adults ward',
  standards: [],
  reflections: [],
};

const address = `/cpd-record/${COMPLETION}/reflect`;
const learnt = () => screen.findByLabelText('What did you learn?');

test('every word survives a reload, and saving keeps the reflection and clears the draft', async () => {
  const kept = learnerServer(server);
  server.use(handle(readCpdEntry, () => entry));
  const user = userEvent.setup();
  const first = renderApp(address);
  await user.type(await learnt(), 'A draft can read well.');
  first.unmount();
  await reload();
  const second = renderApp(address);
  await waitFor(async () => expect(await learnt()).toHaveValue('A draft can read well.'));
  await user.type(screen.getByLabelText('What will you do?'), 'List first.');
  await user.click(screen.getByRole('button', { name: 'Save reflection' }));
  await screen.findByRole('heading', { level: 1, name: 'Automation bias' });
  expect(kept.events).toContainEqual(
    expect.objectContaining({
      kind: 'reflection-saved',
      completionId: COMPLETION,
      learnt: 'A draft can read well.',
      means: '',
      willDo: 'List first.',
    }),
  );
  second.unmount();
  await reload();
  renderApp(address);
  expect(await learnt()).toHaveValue('');
});

test('without a network the record shows the reflection as saved on this device', async () => {
  learnerServer(server).down = true;
  server.use(handle(readCpdEntry, () => entry));
  const user = userEvent.setup();
  renderApp(address);
  await user.type(await learnt(), 'Silence is not safety.');
  await user.click(screen.getByRole('button', { name: 'Save reflection' }));
  await screen.findByRole('heading', { level: 1, name: 'Automation bias' });
  expect(screen.getByText('Silence is not safety.')).toBeVisible();
  expect(screen.getByText(/Saved on this device, /)).toBeVisible();
});

test('whoever goes to another page while it is sent stays there', async () => {
  learnerServer(server);
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let asked = 0;
  server.use(
    handle(readCpdEntry, () => entry),
    handle(recordEvents, async () => {
      asked += 1;
      await answered;
      return noAnswer();
    }),
  );
  const user = userEvent.setup();
  renderApp(address);
  await user.type(await learnt(), 'Silence is not safety.');
  await user.click(screen.getByRole('button', { name: 'Save reflection' }));
  await waitFor(() => expect(asked).toBe(1));
  const foot = within(screen.getByRole('contentinfo'));
  await user.click(foot.getByRole('link', { name: 'What your organisation can see' }));
  await screen.findByRole('heading', { level: 1, name: 'What your organisation can see' });
  answer();
  await waitFor(() => expect(useOutboxView.getState().sending).toBe('no-answer'));
  await expect(screen.findByRole('heading', { level: 1, name: 'Automation bias' })).rejects.toThrow();
});

test('nothing written is a problem that leads to the first question', async () => {
  learnerServer(server);
  server.use(handle(readCpdEntry, () => entry));
  const user = userEvent.setup();
  renderApp(address);
  await learnt();
  await user.click(screen.getByRole('button', { name: 'Save reflection' }));
  expect(await screen.findByRole('alert', { name: 'There is 1 problem' })).toHaveFocus();
  await user.click(screen.getByRole('link', { name: /Write an answer/ }));
  expect(await learnt()).toHaveFocus();
});

test('what may identify a person is pointed out while it is written', async () => {
  learnerServer(server);
  server.use(handle(readCpdEntry, () => entry));
  const user = userEvent.setup();
  renderApp(address);
  await user.type(await learnt(), 'A man born 4 May 1951.');
  expect(await learnt()).toHaveAccessibleDescription(/may identify a person: born 4 May 1951/);
});
