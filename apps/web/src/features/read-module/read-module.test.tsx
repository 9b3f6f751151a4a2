import { describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderApp } from '../../../test/app.tsx';
import { aDocument, VERSION } from '../../../test/factories.ts';
import { reload, withFreshDevice } from '../../../test/fresh-device.ts';
import { learnerServer } from '../../../test/learner-server.ts';
import { withServer } from '../../../test/server.ts';

withFreshDevice();
const server = withServer();

const title = (name: string) => screen.findByRole('heading', { level: 1, name });
const button = (name: string) => screen.findByRole('button', { name });

describe('the way through a module', () => {
  test('begins at the first card, and a card is kept as read before the next one shows', async () => {
    const kept = learnerServer(server);
    kept.down = true;
    const user = userEvent.setup();
    const { router } = renderApp(`/read/${VERSION}`);
    await title('The alert');
    expect(router.state.location.pathname).toBe(`/read/${VERSION}/1`);
    await user.click(await button('Continue'));
    const next = await title('Check: who answers?');
    await waitFor(() => expect(next).toHaveFocus());
    expect(document.title).toBe('Card 2 of 4: Check: who answers? – Rounds');
    expect(screen.getByText(/Saved on this device/)).toBeVisible();
  });

  test('resumes at the first card not yet read, from the server and from what still waits here', async () => {
    const kept = learnerServer(server);
    kept.state.progress.viewedCardIds = ['one'];
    kept.down = true;
    const user = userEvent.setup();
    const first = renderApp(`/read/${VERSION}/2`);
    await user.click(await button('Go on without an answer'));
    await title('Decide first: the letter');
    first.unmount();
    await reload();
    const { router } = renderApp(`/read/${VERSION}`);
    await waitFor(() => expect(router.state.location.pathname).toBe(`/read/${VERSION}/3`));
  });

  test('arrows turn the cards, but not from a field', async () => {
    learnerServer(server);
    const user = userEvent.setup();
    const { router } = renderApp(`/read/${VERSION}/1`);
    await title('The alert');
    await user.click(await screen.findByLabelText('Private note'));
    await user.keyboard('{ArrowRight}');
    expect(router.state.location.pathname).toBe(`/read/${VERSION}/1`);
    await user.click(screen.getByRole('heading', { level: 1 }));
    await user.keyboard('{ArrowRight}');
    await title('Check: who answers?');
    await user.keyboard('{ArrowLeft}');
    await title('The alert');
  });

  test('the last card leads to the quiz', async () => {
    learnerServer(server);
    const user = userEvent.setup();
    const { router } = renderApp(`/read/${VERSION}/4`);
    await user.click(await button('Go to the quiz'));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/quiz/${VERSION}/1`));
  });

  test('a picture has its place before it has come', async () => {
    const image = { file: 'a.webp', alt: 'Two bars', licence: 'L', credit: 'C', bytes: 900, width: 640, height: 480 };
    const card = { cardId: 'one', title: 'Two doors', sources: [], kind: 'image' as const, html: '', image };
    learnerServer(server, aDocument({ cards: [card] }));
    const user = userEvent.setup();
    renderApp(`/read/${VERSION}/1`);
    await user.click(await button('Show them'));
    const shown = await screen.findByRole('img', { name: 'Two bars' });
    expect([shown.getAttribute('width'), shown.getAttribute('height')]).toEqual(['640', '480']);
  });

  test('a card that is not there is not found', async () => {
    learnerServer(server);
    renderApp(`/read/${VERSION}/9`);
    await title('There is no page at this address');
  });
});

describe('a knowledge check', () => {
  test('asks for an answer, explains it at once, and keeps the answer', async () => {
    const kept = learnerServer(server);
    const user = userEvent.setup();
    renderApp(`/read/${VERSION}/2`);
    await user.click(await button('See the answer'));
    expect(await screen.findByText('Choose an answer first.')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'The firm' }));
    await user.click(screen.getByRole('radio', { name: 'Very sure' }));
    await user.click(await button('See the answer'));
    const verdict = await screen.findByRole('heading', { name: 'Not right' });
    await waitFor(() => expect(verdict).toHaveFocus());
    expect(screen.getByText('Your answer, very sure')).toBeVisible();
    expect(screen.getByText('The signature decides.')).toBeVisible();
    await waitFor(() =>
      expect(kept.events).toContainEqual(expect.objectContaining({ kind: 'check-answered', cardId: 'two' })),
    );
  });

  test('a choice not yet given survives a reload', async () => {
    learnerServer(server);
    const user = userEvent.setup();
    const first = renderApp(`/read/${VERSION}/2`);
    await user.click(await screen.findByRole('radio', { name: 'The doctor' }));
    first.unmount();
    await reload();
    renderApp(`/read/${VERSION}/2`);
    await waitFor(() => expect(screen.getByRole('radio', { name: 'The doctor' })).toBeChecked());
  });
});

describe('decide first', () => {
  test('the first judgement stands, a reload keeps it, and the second look follows', async () => {
    const kept = learnerServer(server);
    const user = userEvent.setup();
    const first = renderApp(`/read/${VERSION}/3`);
    await user.click(await screen.findByRole('radio', { name: 'Both medicines' }));
    await user.click(screen.getByRole('radio', { name: 'Fairly sure' }));
    expect(screen.queryByText(/Dear Doctor/)).toBeNull();
    await user.click(await button('Look at the tool'));
    expect(await screen.findByText(/Dear Doctor/)).toBeVisible();
    first.unmount();
    await reload();
    renderApp(`/read/${VERSION}/3`);
    expect(await screen.findByText('You were fairly sure. This stays as it is.')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: /One medicine/ }));
    await user.click(await button('See the second look'));
    expect(await screen.findByText('It used your own list.')).toBeVisible();
    expect(screen.getByText('You changed to this, the tool leant to this, unsafe')).toBeVisible();
    expect(screen.getByText('The sound judgement, you said this first')).toBeVisible();
    await waitFor(() =>
      expect(kept.events).toContainEqual(
        expect.objectContaining({ kind: 'decision-made', firstOptionId: 'both', finalOptionId: 'one', certainty: 2 }),
      ),
    );
  });
});

describe('a scenario', () => {
  test('goes on by the choice, and can be gone through again', async () => {
    const kept = learnerServer(server);
    const user = userEvent.setup();
    renderApp(`/read/${VERSION}/4`);
    await user.click(await button('Let us look'));
    expect(await screen.findByText('He is grey.')).toBeVisible();
    expect(screen.getByText('Good.')).toBeVisible();
    await waitFor(() =>
      expect(kept.events).toContainEqual(expect.objectContaining({ kind: 'scenario-chosen', choiceId: 'look' })),
    );
    await user.click(await button('Choose again from the start'));
    expect(screen.queryByText('He is grey.')).toBeNull();
    expect(await button('Let us look')).toBeVisible();
  });
});

describe('beside the card', () => {
  test('a private note is on the device with every key, and becomes an action when the writing rests', async () => {
    const kept = learnerServer(server);
    const user = userEvent.setup();
    const first = renderApp(`/read/${VERSION}/1`);
    await user.type(await screen.findByLabelText('Private note'), 'Ask Fri');
    first.unmount();
    await reload();
    renderApp(`/read/${VERSION}/1`);
    await waitFor(async () => expect(await screen.findByLabelText('Private note')).toHaveValue('Ask Fri'));
    await waitFor(() =>
      expect(kept.events).toContainEqual(expect.objectContaining({ kind: 'note-saved', text: 'Ask Fri' })),
    );
  });

  test('"Something wrong here?" sends the words with the place', async () => {
    const kept = learnerServer(server);
    const user = userEvent.setup();
    renderApp(`/read/${VERSION}/1`);
    await user.click(await button('Something wrong here?'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Something wrong here?' }));
    await user.click(dialog.getByRole('button', { name: 'Send' }));
    expect(dialog.getByRole('textbox')).toHaveAccessibleDescription(/Say what is wrong/);
    await user.type(dialog.getByRole('textbox'), 'No unit');
    await user.click(dialog.getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(kept.events).toContainEqual(
        expect.objectContaining({ kind: 'problem-reported', text: 'No unit', place: { kind: 'card', cardId: 'one' } }),
      ),
    );
  });
});
