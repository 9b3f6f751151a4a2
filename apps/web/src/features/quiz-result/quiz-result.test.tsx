import { describe, expect, test } from '@jest/globals';
import { type AttemptResult, type ItemResult, readAttempt } from '@rounds/contracts/attempt';
import { readToday } from '@rounds/contracts/today';
import { screen, within } from '@testing-library/react';
import { renderApp } from '../../../test/app.tsx';
import { aDocument, anItem, MODULE, VERSION } from '../../../test/factories.ts';
import { withFreshDevice } from '../../../test/fresh-device.ts';
import { learnerServer } from '../../../test/learner-server.ts';
import { handle, refusal, withServer } from '../../../test/server.ts';

withFreshDevice();
const server = withServer();
const ATTEMPT = '01a5c9ee-8b1c-7000-8000-000000000077';

function anItemResult(number: number, change: Partial<ItemResult> = {}): ItemResult {
  const { itemId } = anItem(number);
  return {
    itemId,
    fraction: 1,
    response: { itemId, optionIds: ['a'], pairs: [] },
    key: { kind: 'single-best-answer', optionId: 'a' },
    rationales: [
      { optionId: 'a', html: '<p>Because a.</p>', unsafe: false },
      { optionId: 'b', html: '<p>Because b.</p>', unsafe: false },
    ],
    sources: [],
    cardId: 'one',
    ...change,
  };
}

function show(change: Partial<AttemptResult>): void {
  learnerServer(server, aDocument());
  const result: AttemptResult = {
    attemptId: ATTEMPT,
    versionId: VERSION,
    moduleId: MODULE,
    moduleTitle: 'Automation bias',
    tryNumber: 1,
    score: { raw: 2.5, max: 3, scaled: 2.5 / 3 },
    passMark: 2,
    passed: true,
    safetyItemMissed: false,
    items: [anItemResult(1), anItemResult(2), anItemResult(3)],
    completionId: VERSION,
    credit: { outcome: 'awarded', creditMinutes: 8, round: 1 },
    remarked: false,
    ...change,
  };
  server.use(
    handle(readAttempt, () => result),
    handle(readToday, () => refusal(404, 'not-found')),
  );
  renderApp(`/results/${ATTEMPT}`);
}

const title = (name: string) => screen.findByRole('heading', { level: 1, name });
const notAwarded = (reason: 'not-passed' | 'already-awarded' | 'not-reviewed', nextRoundFrom: string | null = null) =>
  ({ outcome: 'not-awarded', reason, nextRoundFrom }) as const;

describe('passed', () => {
  test('says the minutes, the score to one decimal, and the way to reflect', async () => {
    show({});
    await title('You passed. 8 minutes added to your CPD record.');
    expect(screen.getByText('2.5 of 3.')).toBeVisible();
    expect(screen.getByText(/You needed 2\. A partly right answer earns part of a mark\./)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Reflect, about 1 min' })).toHaveAttribute(
      'href',
      `/cpd-record/${VERSION}/reflect`,
    );
  });

  test('without a review: no minutes, and why', async () => {
    show({ credit: notAwarded('not-reviewed') });
    await title('You passed. It adds no minutes yet.');
    expect(screen.getByText(/No clinician has reviewed this module yet/)).toBeVisible();
  });

  test('again in the same round: no minutes, and from when', async () => {
    show({ credit: notAwarded('already-awarded', '2028-03-11') });
    await title('You passed again.');
    expect(screen.getByText(/A pass adds minutes again from 11 March 2028/)).toBeVisible();
  });

  test('a confident error comes first; right answers are folded', async () => {
    const wrong = {
      fraction: 0,
      response: { itemId: anItem(2).itemId, optionIds: ['b'], pairs: [], certainty: 3 as const },
    };
    show({ items: [anItemResult(1), anItemResult(2, wrong)] });
    const sure = within(await screen.findByRole('region', { name: 'Start here. You were very sure.' }));
    expect(sure.getByText('Your answer, very sure')).toBeVisible();
    expect(sure.getByText('You were very sure of this one.')).toBeVisible();
    expect(sure.getByText('Because b.')).toBeVisible();
    expect(sure.getByText('Right answer')).toBeVisible();
    expect(within(screen.getByRole('region', { name: 'Right, 1 question' })).getByText('Because a.')).not.toBeVisible();
  });
});

describe('not passed', () => {
  const failed = { passed: false, completionId: null, credit: notAwarded('not-passed') };
  const wrong = (number: number, cardId: string) =>
    anItemResult(number, {
      fraction: 0,
      key: null,
      cardId,
      response: { itemId: anItem(number).itemId, optionIds: ['b'], pairs: [] },
      rationales: [{ optionId: 'b', html: '<p>Because b.</p>', unsafe: false }],
    });

  test('names the cards to reread and the wrong choices, and no key', async () => {
    show({ ...failed, items: [wrong(1, 'one'), wrong(2, 'one'), wrong(3, 'two')] });
    await title('Not passed yet. 2 cards are worth another look.');
    expect(screen.getByText('For 2 of your answers.')).toBeVisible();
    expect(screen.getAllByText('Because b.')).toHaveLength(3);
    expect(screen.queryByText('Right answer')).toBeNull();
    expect(screen.getByRole('link', { name: 'Reread 2 cards' })).toHaveAttribute('href', `/read/${VERSION}/1`);
    expect(screen.getByRole('link', { name: 'Try again now' })).toHaveAttribute('href', `/quiz/${VERSION}`);
  });

  test('a confident error comes first', async () => {
    const sure = wrong(3, 'two');
    const items = [
      wrong(1, 'one'),
      wrong(2, 'one'),
      { ...sure, response: { ...sure.response, certainty: 3 as const } },
    ];
    show({ ...failed, items });
    const explained = within(await screen.findByRole('region', { name: 'What was not right' }));
    const [first, ...others] = explained.getAllByRole('heading', { level: 3 });
    expect(first).toHaveTextContent('Question 3?');
    expect(others).toHaveLength(2);
    expect(explained.getAllByText('You were very sure of this one.')).toHaveLength(1);
  });

  test('says that a question which must be right was not', async () => {
    show({ ...failed, safetyItemMissed: true, items: [wrong(1, 'one')] });
    expect(await screen.findByText('A question that must be right to pass was not right.')).toBeVisible();
  });
});

test('another person’s try does not exist', async () => {
  learnerServer(server);
  server.use(handle(readAttempt, () => refusal(404, 'not-found')));
  renderApp(`/results/${ATTEMPT}`);
  await title('There is no page at this address');
});
