import { expect, test } from '@jest/globals';
import { recordEvents } from '@rounds/contracts/event';
import { readMe } from '@rounds/contracts/me';
import { readToday, type Today } from '@rounds/contracts/today';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ownerOf } from '../../src/outbox/letter.ts';
import { appendLetter } from '../../src/outbox/outbox.idb.ts';
import { renderApp } from '../app.tsx';
import { aMe, aModuleSummary, MODULE, VERSION } from '../factories.ts';
import { withFreshDevice } from '../fresh-device.ts';
import { handle, noAnswer, withServer } from '../server.ts';

withFreshDevice();
const server = withServer();

function show(change: Partial<Today>): void {
  server.use(
    handle(readMe, () => aMe()),
    handle(readToday, () => ({
      date: '2027-03-11',
      continue: null,
      leftOff: null,
      recommended: null,
      toReflect: [],
      toReflectCount: 0,
      year: { year: 2027, creditMinutes: 68 },
      answers: [],
      ...change,
    })),
  );
  renderApp('/today');
}

const entry = async (name: string) => within(await screen.findByRole('region', { name }));
const started = {
  moduleId: MODULE,
  versionId: VERSION,
  title: 'Automation bias',
  cardNumber: 4,
  cardCount: 7,
  minutesLeft: 3,
  quizSize: 8,
};

test('continue leads to where I was, and stands before the recommendation', async () => {
  show({
    continue: { ...started, atQuiz: false },
    recommended: { module: aModuleSummary({ title: 'Chatbots' }), reason: 'It is the first.' },
  });
  const first = await entry('Continue');
  expect(first.getByText('Card 4 of 7, about 3 min left. Then a quiz of 8 questions.')).toBeVisible();
  expect(first.getByRole('link', { name: 'Continue' })).toHaveAttribute('href', `/read/${VERSION}`);
  const next = await entry('Recommended');
  expect(next.getByText(/it is the first\./)).toHaveTextContent('Why this one: it is the first.');
  expect(screen.getByText('Thursday 11 March 2027')).toBeVisible();
});

test('with all cards read, the quiz is next', async () => {
  show({ continue: { ...started, atQuiz: true } });
  expect((await entry('Continue')).getByRole('link', { name: 'Take the quiz' })).toHaveAttribute(
    'href',
    `/quiz/${VERSION}`,
  );
});

test('with nothing left, says so and leads to the library', async () => {
  show({});
  expect((await entry('Recommended')).getByText('You have finished every module in the library.')).toBeVisible();
});

test('the latest reflection to write, this year’s minutes, and an answer to a report', async () => {
  show({
    toReflect: [{ completionId: VERSION, title: 'Automation bias', completedOn: '2027-03-10' }],
    toReflectCount: 3,
    answers: [
      {
        reportId: VERSION,
        title: 'Automation bias',
        question: 'No unit?',
        answer: 'Mended.',
        answeredOn: '2027-03-09',
      },
    ],
  });
  const reflect = await entry('To finish');
  expect(reflect.getByText('3 reflections to write')).toBeVisible();
  expect(reflect.getByRole('link', { name: 'Reflect' })).toHaveAttribute('href', `/cpd-record/${VERSION}/reflect`);
  expect((await entry('This year')).getByText('1 h 8 min')).toBeVisible();
  expect((await entry('Answers to you')).getByText('Mended.')).toBeVisible();
});

test('what waits on this device is shown with its words, and goes when the server answers', async () => {
  const me = aMe();
  await appendLetter(ownerOf(me), (stamp) => ({
    what: 'event',
    event: { ...stamp, v: 1, kind: 'note-saved', versionId: VERSION, cardId: 'one', text: 'x' },
  }));
  server.use(handle(recordEvents, noAnswer));
  show({});
  const waiting = await entry('To send');
  expect(waiting.getByText('1 thing waiting to send')).toBeVisible();
  expect(await waiting.findByText(/They send themselves when the server answers again/)).toBeVisible();
  server.use(
    handle(recordEvents, ({ body }) => ({
      answers: (body as { events: { id: string }[] }).events.map(({ id }) => ({
        id,
        outcome: 'set-aside' as const,
        reason: 'unknown-place' as const,
      })),
      serverTime: '2027-03-11T13:52:00Z',
    })),
  );
  await userEvent.setup().click(waiting.getByRole('button', { name: 'Try now' }));
  expect(await waiting.findByText('1 thing set aside')).toBeVisible();
  expect(waiting.getByText(/belongs to a module that the server does not know/)).toBeVisible();
  expect(waiting.queryByRole('button', { name: 'Try now' })).toBeNull();
});
