import { describe, expect, test } from '@jest/globals';
import { type AttemptBody, type AttemptResult, readAttempt, submitAttempt } from '@rounds/contracts/attempt';
import type { LearnerItem } from '@rounds/contracts/item';
import { drawQuiz } from '@rounds/rules/draw-quiz';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderApp } from '../../../test/app.tsx';
import { aDocument, aMe, anItem, MODULE, VERSION } from '../../../test/factories.ts';
import { reload, withFreshDevice } from '../../../test/fresh-device.ts';
import { learnerServer } from '../../../test/learner-server.ts';
import { handle, noAnswer, refusal, withServer } from '../../../test/server.ts';
import { takeInHand } from '../../outbox/in-hand.ts';

withFreshDevice();
const server = withServer();

const drawn = (tryNumber = 1, document = aDocument()): LearnerItem[] =>
  drawQuiz({
    personId: aMe().personId,
    versionId: VERSION,
    tryNumber,
    items: document.quiz.items,
    size: document.quiz.size,
  });

function aResult(change: Partial<AttemptResult> = {}): AttemptResult {
  return {
    attemptId: VERSION,
    versionId: VERSION,
    moduleId: MODULE,
    moduleTitle: 'Automation bias',
    tryNumber: 1,
    score: { raw: 1, max: 3, scaled: 1 / 3 },
    passMark: 2,
    passed: false,
    safetyItemMissed: false,
    items: [],
    completionId: null,
    credit: { outcome: 'not-awarded', reason: 'not-passed', nextRoundFrom: null },
    remarked: false,
    ...change,
  };
}

async function answerAll(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  for (const [index, item] of drawn().entries()) {
    await screen.findByRole('heading', { level: 1, name: `Question ${item.stemHtml.match(/Question (\d)/)?.[1]}?` });
    await user.click(screen.getAllByRole('radio', { name: /Option a/ })[0]!);
    await user.click(screen.getByRole('link', { name: index === 2 ? 'Review your answers' : 'Next' }));
  }
  await screen.findByRole('heading', { level: 1, name: 'Your answers' });
}

describe('a try', () => {
  test('shows the items of the draw one by one, with the scene before the question', async () => {
    learnerServer(server);
    const { router } = renderApp(`/quiz/${VERSION}`);
    const [first] = drawn();
    const number = first!.stemHtml.match(/Question (\d)/)?.[1];
    await screen.findByRole('heading', { level: 1, name: `Question ${number}?` });
    expect(screen.getByText(`Scene ${number}.`)).toBeVisible();
    expect(router.state.location.pathname).toBe(`/quiz/${VERSION}/1`);
    const shown = screen.getAllByRole('radio', { name: /Option/ }).map((radio) => (radio as HTMLInputElement).value);
    expect(shown).toEqual(first!.options.map(({ optionId }) => optionId));
  });

  test('is one place in the history, however many questions were turned to', async () => {
    learnerServer(server);
    const user = userEvent.setup();
    const { router } = renderApp(`/quiz/${VERSION}`);
    const actions: string[] = [];
    await screen.findByRole('link', { name: 'Next' });
    router.subscribe(({ historyAction, navigation }) => navigation.state === 'idle' && actions.push(historyAction));
    await answerAll(user);
    await user.click(screen.getByRole('link', { name: 'Change question 1' }));
    await screen.findByRole('heading', { level: 1, name: /^Question/ });
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(router.state.location.pathname).toBe(`/quiz/${VERSION}/2`));
    await user.click(await screen.findByRole('link', { name: 'Back' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/quiz/${VERSION}/1`));
    expect(new Set(actions)).toEqual(new Set(['REPLACE']));
  });

  test('moves on only once an answer is on the device', async () => {
    learnerServer(server);
    const user = userEvent.setup();
    const { router } = renderApp(`/quiz/${VERSION}`);
    const next = await screen.findByRole('link', { name: 'Next' });
    let kept = (): void => undefined;
    void takeInHand(
      new Promise<void>((resolve) => {
        kept = resolve;
      }),
    );
    await user.click(next);
    expect(router.state.navigation.state).toBe('loading');
    expect(router.state.location.pathname).toBe(`/quiz/${VERSION}/1`);
    kept();
    await waitFor(() => expect(router.state.location.pathname).toBe(`/quiz/${VERSION}/2`));
  });

  test('answers survive a reload without a network, and lead to the first open question', async () => {
    learnerServer(server).down = true;
    const user = userEvent.setup();
    const first = renderApp(`/quiz/${VERSION}`);
    await user.click(await screen.findByRole('radio', { name: /Option b/ }));
    await user.click(screen.getByRole('radio', { name: 'Not very sure' }));
    await screen.findByText(/Saved on this device/);
    first.unmount();
    await reload();
    const { router } = renderApp(`/quiz/${VERSION}`);
    await waitFor(() => expect(router.state.location.pathname).toBe(`/quiz/${VERSION}/2`));
    await user.click(await screen.findByRole('link', { name: 'Back' }));
    await waitFor(() => expect(screen.getByRole('radio', { name: /Option b/ })).toBeChecked());
    expect(screen.getByRole('radio', { name: 'Not very sure' })).toBeChecked();
  });

  test('is submitted with the draw it was answered for, and shows its result', async () => {
    learnerServer(server);
    const sent: AttemptBody[] = [];
    server.use(
      handle(submitAttempt, ({ body }) => {
        sent.push(body as AttemptBody);
        return aResult({ attemptId: (body as AttemptBody).attemptId });
      }),
    );
    const user = userEvent.setup();
    const { router } = renderApp(`/quiz/${VERSION}`);
    await answerAll(user);
    await user.click(screen.getByRole('button', { name: 'Submit 3 answers' }));
    await screen.findByRole('heading', { level: 1, name: /^Not passed yet/ });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ versionId: VERSION, tryNumber: 1 });
    expect(sent[0]!.responses.map(({ itemId }) => itemId)).toEqual(drawn().map(({ itemId }) => itemId));
    expect(router.state.location.pathname).toBe(`/results/${sent[0]!.attemptId}`);
    expect(screen.getByText('1 of 3.')).toBeVisible();
  });

  test('says which questions have no answer before it is submitted', async () => {
    learnerServer(server);
    renderApp(`/quiz/${VERSION}/review`);
    expect(await screen.findByText('3 questions have no answer.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Submit 0 answers' })).toBeDisabled();
    expect(screen.getByRole('link', { name: 'Answer question 2' })).toHaveAttribute('href', `/quiz/${VERSION}/2`);
  });

  test('without a network waits on this device, and is marked when the server answers', async () => {
    const kept = learnerServer(server);
    const user = userEvent.setup();
    renderApp(`/quiz/${VERSION}`);
    await answerAll(user);
    kept.down = true;
    server.use(handle(submitAttempt, noAnswer), handle(readAttempt, noAnswer));
    await user.click(screen.getByRole('button', { name: 'Submit 3 answers' }));
    await screen.findByRole('heading', { level: 1, name: 'Your answers are kept on this device' });
    server.use(handle(submitAttempt, ({ body }) => aResult({ attemptId: (body as AttemptBody).attemptId })));
    kept.down = false;
    await user.click(screen.getByRole('button', { name: 'Try now' }));
    await screen.findByRole('heading', { level: 1, name: /^Not passed yet/ });
  });

  test('that still waits here is over: the next one begins with questions not yet seen', async () => {
    const kept = learnerServer(server);
    const user = userEvent.setup();
    const first = renderApp(`/quiz/${VERSION}`);
    await answerAll(user);
    kept.down = true;
    server.use(handle(submitAttempt, noAnswer));
    await user.click(screen.getByRole('button', { name: 'Submit 3 answers' }));
    await screen.findByRole('heading', { level: 1, name: 'Your answers are kept on this device' });
    first.unmount();
    await reload();
    renderApp(`/quiz/${VERSION}`);
    expect(await screen.findByText(/This is try 2/)).toBeVisible();
    const number = drawn(2)[0]!.stemHtml.match(/Question (\d)/)?.[1];
    expect(screen.getByRole('heading', { level: 1, name: `Question ${number}?` })).toBeVisible();
  });

  test('that the server will not take is said, and blocks nothing', async () => {
    learnerServer(server);
    server.use(handle(submitAttempt, () => refusal(409, 'version-retired')));
    const user = userEvent.setup();
    renderApp(`/quiz/${VERSION}`);
    await answerAll(user);
    await user.click(screen.getByRole('button', { name: 'Submit 3 answers' }));
    await screen.findByRole('heading', { level: 1, name: 'This try could not be marked' });
    expect(screen.getByText(/withdrawn before you began this try/)).toBeVisible();
  });
});

describe('each kind of item', () => {
  const option = (optionId: string) => ({ optionId, html: `Line ${optionId}` });
  const three = [option('x'), option('y'), option('z')];
  const only = (item: LearnerItem) => aDocument({ quiz: { size: 1, passMark: 1, items: [item] } });

  test('several right answers are ticked', async () => {
    const kept = learnerServer(server, only(anItem(1, { kind: 'multiple-response', options: three })));
    const user = userEvent.setup();
    renderApp(`/quiz/${VERSION}/1`);
    await user.click(await screen.findByRole('checkbox', { name: 'Line x' }));
    await user.click(screen.getByRole('checkbox', { name: 'Line z' }));
    await waitFor(() => {
      const last = kept.events.at(-1);
      expect(last?.kind === 'quiz-response-kept' && last.response.optionIds.toSorted()).toEqual(['x', 'z']);
    });
  });

  test('an order is unanswered until a line moves; the focus stays on the moved line', async () => {
    const document = only(anItem(1, { kind: 'ordering', options: three }));
    const kept = learnerServer(server, document);
    const order = drawn(1, document)[0]!.options.map(({ optionId }) => optionId);
    const user = userEvent.setup();
    renderApp(`/quiz/${VERSION}/1`);
    expect(await screen.findByText(/Not answered yet/)).toBeVisible();
    const down = screen.getByRole('button', { name: `Move down: Line ${order[0]}` });
    await user.click(down);
    await waitFor(() => expect(screen.getByRole('button', { name: `Move down: Line ${order[0]}` })).toHaveFocus());
    expect(screen.queryByText(/Not answered yet/)).toBeNull();
    expect(screen.getByText('Moved down, now 2 of 3')).toBeInTheDocument();
    await waitFor(() => {
      const last = kept.events.at(-1);
      expect(last?.kind === 'quiz-response-kept' && last.response.optionIds).toEqual([order[1], order[0], order[2]]);
    });
  });

  test('pairs are chosen from a list for each prompt', async () => {
    const prompts = [
      { optionId: 'p1', html: 'Triage' },
      { optionId: 'p2', html: 'Scribe' },
    ];
    const kept = learnerServer(server, only(anItem(1, { kind: 'matching', prompts, options: three })));
    const user = userEvent.setup();
    renderApp(`/quiz/${VERSION}/1`);
    await user.selectOptions(await screen.findByLabelText('Triage'), 'Line y');
    await user.selectOptions(screen.getByLabelText('Scribe'), 'Line x');
    await waitFor(() => {
      const last = kept.events.at(-1);
      expect(last?.kind === 'quiz-response-kept' && last.response.pairs).toEqual([
        { promptId: 'p1', optionId: 'y' },
        { promptId: 'p2', optionId: 'x' },
      ]);
    });
  });

  test('one that must be right says so', async () => {
    learnerServer(server, only(anItem(1, { safetyCritical: true })));
    renderApp(`/quiz/${VERSION}/1`);
    expect(await screen.findByText('This one must be right to pass')).toBeVisible();
  });
});
