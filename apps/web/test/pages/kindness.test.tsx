import { describe, expect, test } from '@jest/globals';
import { type AttemptResult, readAttempt } from '@rounds/contracts/attempt';
import { readModule } from '@rounds/contracts/catalogue';
import { readMe } from '@rounds/contracts/me';
import { readToday, type Today } from '@rounds/contracts/today';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderApp } from '../app.tsx';
import { aMe, aModulePage, MODULE, VERSION } from '../factories.ts';
import { withFreshDevice } from '../fresh-device.ts';
import { learnerServer } from '../learner-server.ts';
import { handle, refusal, withServer } from '../server.ts';

withFreshDevice();
const server = withServer();
const ATTEMPT = '01a5c9ee-8b1c-7000-8000-000000000078';
const entry = async (name: string) => within(await screen.findByRole('region', { name }));

describe('before a module', () => {
  const QUESTION = 'Before you start';

  test('asks how sure one would feel, and keeps the answer', async () => {
    const kept = learnerServer(server);
    server.use(handle(readModule, () => aModulePage()));
    renderApp(`/modules/${MODULE}`);
    const user = userEvent.setup();
    const asked = await entry(QUESTION);
    expect(asked.getByRole('group', { name: 'How sure would you feel doing this tomorrow?' })).toBeVisible();
    await user.click(asked.getByRole('radio', { name: 'Not very' }));
    expect(asked.getByText(/^Kept\./)).toBeVisible();
    await waitFor(() =>
      expect(kept.events).toMatchObject([
        { kind: 'confidence-given', versionId: VERSION, when: 'before', confidence: 2 },
      ]),
    );
  });

  test('asks nothing once the module is begun', async () => {
    learnerServer(server);
    server.use(handle(readModule, () => aModulePage({ state: 'started' })));
    renderApp(`/modules/${MODULE}`);
    await screen.findByRole('region', { name: 'You will be able to' });
    expect(screen.queryByRole('region', { name: QUESTION })).toBeNull();
  });
});

describe('after a pass', () => {
  const FORM = 'One minute for us, if you like';
  const RESULT: AttemptResult = {
    attemptId: ATTEMPT,
    versionId: VERSION,
    moduleId: MODULE,
    moduleTitle: 'Automation bias',
    tryNumber: 1,
    score: { raw: 3, max: 3, scaled: 1 },
    passMark: 2,
    passed: true,
    safetyItemMissed: false,
    items: [],
    completionId: VERSION,
    credit: { outcome: 'awarded', creditMinutes: 8, round: 1 },
    remarked: false,
  };
  function show(confidence?: { before?: 2 | null; after?: 3 | null }, change: Partial<AttemptResult> = {}) {
    const kept = learnerServer(server);
    if (confidence) kept.state = { ...kept.state, progress: { ...kept.state.progress, confidence } };
    server.use(
      handle(readAttempt, () => ({ ...RESULT, ...change })),
      handle(readToday, () => refusal(404, 'not-found')),
    );
    renderApp(`/results/${ATTEMPT}`);
    return { kept, user: userEvent.setup() };
  }
  const choose = async (user: ReturnType<typeof userEvent.setup>, question: string, answer: string) =>
    user.click(within(screen.getByRole('group', { name: question })).getByRole('radio', { name: answer }));

  test('what is answered is kept, and confidence is shown as before and now', async () => {
    const { kept, user } = show({ before: 2 });
    const form = await entry(FORM);
    await choose(user, 'How sure would you feel doing this tomorrow?', 'Fairly');
    await choose(user, 'When did you do this?', 'Between tasks');
    await choose(user, 'Was it useful?', 'Yes');
    await choose(user, 'Will it change what you do?', 'Partly');
    await user.type(form.getByLabelText('How many minutes did it take you?'), '9');
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Before: not very sure. Now: fairly sure.')).toHaveFocus();
    await waitFor(() => expect(kept.events).toHaveLength(2));
    expect(kept.events).toMatchObject([
      { kind: 'confidence-given', when: 'after', confidence: 3 },
      {
        kind: 'feedback-given',
        setting: 'between-tasks',
        useful: 'yes',
        willChangePractice: 'partly',
        minutesTaken: 9,
      },
    ]);
  });

  test('may be skipped, and is not asked again', async () => {
    const { kept, user } = show();
    await user.click((await entry(FORM)).getByRole('button', { name: 'Skip' }));
    expect(await screen.findByText('Thank you.')).toHaveFocus();
    await waitFor(() => expect(kept.events).toHaveLength(1));
    const { kind, ...rest } = kept.events[0]!;
    expect(kind).toBe('feedback-given');
    expect(Object.keys(rest)).not.toContain('useful');
  });

  test.each(['0', '601', 'nine', '4.5'])('does not take %s as minutes', async (typed) => {
    const { kept, user } = show();
    const form = await entry(FORM);
    await user.type(form.getByLabelText('How many minutes did it take you?'), typed);
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(form.getByRole('textbox')).toHaveAccessibleDescription(/whole minutes, from 1 to 600/);
    expect(kept.events).toEqual([]);
  });

  test('is not asked where the try did not pass', async () => {
    show({ before: 2 }, { passed: false, completionId: null });
    await screen.findByRole('heading', { level: 1, name: /^Not passed yet/ });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByRole('region', { name: FORM })).toBeNull();
  });
});

describe('a module left a week ago', () => {
  const LEFT = { versionId: VERSION, title: 'Automation bias', lastOn: '2027-03-02' };
  function show(leftOff: Today['leftOff']) {
    const kept = learnerServer(server);
    server.use(
      handle(readMe, () => aMe()),
      handle(readToday, () => ({
        date: '2027-03-11',
        continue: null,
        leftOff: kept.events.length > 0 ? null : leftOff,
        recommended: null,
        toReflect: [],
        toReflectCount: 0,
        year: { year: 2027, creditMinutes: 0 },
        answers: [],
      })),
    );
    renderApp('/today');
    return { kept, user: userEvent.setup() };
  }
  const asked = () => entry('A module you left');

  test('asks what got in the way, says what is kept, and sends one or two', async () => {
    const { kept, user } = show(LEFT);
    const shown = await asked();
    expect(shown.getByText(/You were last in “Automation bias” on 2 March 2027/)).toBeVisible();
    expect(shown.getByText(/kept without your name/)).toBeVisible();
    await user.click(shown.getByRole('checkbox', { name: 'Time' }));
    await user.click(shown.getByRole('checkbox', { name: 'The network' }));
    await user.click(shown.getByRole('button', { name: 'Send' }));
    expect(await shown.findByText(/Thank you\./)).toHaveFocus();
    await waitFor(() =>
      expect(kept.events).toMatchObject([{ kind: 'barrier-answered', choices: ['time', 'network'] }]),
    );
    expect(shown.getByText(/Thank you\./)).toBeVisible();
  });

  test('takes neither three nor none', async () => {
    const { kept, user } = show(LEFT);
    const shown = await asked();
    await user.click(shown.getByRole('button', { name: 'Send' }));
    expect(shown.getByText('Choose one or two, or skip.')).toBeVisible();
    for (const name of ['Time', 'The network', 'Signing in']) await user.click(shown.getByRole('checkbox', { name }));
    await user.click(shown.getByRole('button', { name: 'Send' }));
    expect(shown.getByText('Choose up to two.')).toBeVisible();
    expect(kept.events).toEqual([]);
  });

  test('may be skipped', async () => {
    const { kept, user } = show(LEFT);
    await user.click((await asked()).getByRole('button', { name: 'Skip' }));
    await waitFor(() => expect(kept.events).toMatchObject([{ kind: 'barrier-skipped', versionId: VERSION }]));
  });

  test('is not asked about nothing', async () => {
    show(null);
    await screen.findByRole('region', { name: 'This year' });
    expect(screen.queryByRole('region', { name: 'A module you left' })).toBeNull();
  });
});
