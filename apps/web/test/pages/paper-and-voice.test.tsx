import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderApp } from '../app.tsx';
import { VERSION } from '../factories.ts';
import { withFreshDevice } from '../fresh-device.ts';
import { learnerServer } from '../learner-server.ts';
import { withServer } from '../server.ts';

withFreshDevice();
const server = withServer();

/** The browser's own voice, which jsdom has not: it notes what it is given, and speaks until it is told to stop. */
class Speaker extends EventTarget {
  said: { text: string; voice: { name: string }; onend?: () => void }[] = [];
  cancelled = 0;
  constructor(readonly voices: { name: string; lang: string; localService: boolean }[]) {
    super();
  }
  getVoices = () => this.voices;
  speak = (utterance: Speaker['said'][number]): void => void this.said.push(utterance);
  cancel = (): void => void (this.cancelled += 1);
}
class Utterance {
  constructor(readonly text: string) {}
}
const voice = (name: string, lang: string, localService = true) => ({ name, lang, localService });

function withVoices(...voices: ReturnType<typeof voice>[]): Speaker {
  const speaker = new Speaker(voices);
  Object.assign(globalThis, { speechSynthesis: speaker, SpeechSynthesisUtterance: Utterance });
  return speaker;
}
beforeEach(() => void learnerServer(server));
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'speechSynthesis');
});

async function openCard() {
  renderApp(`/read/${VERSION}/1`);
  await screen.findByRole('heading', { level: 1, name: 'The alert' });
  await screen.findByRole('button', { name: 'Print this page' });
  return userEvent.setup();
}
const readAloud = () => screen.getByRole('button', { name: 'Read aloud' });

describe('reading aloud', () => {
  test('reads the card by a voice of the device in its language, and says how to stop', async () => {
    const speaker = withVoices(voice('Far', 'en-GB', false), voice('Deutsch', 'de-DE'), voice('Near', 'en_GB'));
    const user = await openCard();
    await user.click(readAloud());
    expect(speaker.said.map(({ text }) => text).join(' ')).toMatch(/The alert.*Silence is not safety\./);
    expect(speaker.said.every(({ voice: by }) => by.name === 'Near')).toBe(true);
    expect(speaker.said.map(({ text }) => text).join(' ')).not.toMatch(/Private note|Continue/);
    await user.click(screen.getByRole('button', { name: 'Stop reading' }));
    expect(readAloud()).toBeVisible();
    expect(speaker.cancelled).toBeGreaterThan(0);
  });

  test('ends by itself, by Escape, and by leaving the card', async () => {
    const speaker = withVoices(voice('Near', 'en-GB'));
    const user = await openCard();
    await user.click(readAloud());
    act(() => speaker.said.at(-1)?.onend?.());
    await user.click(readAloud());
    await user.keyboard('{Escape}');
    expect(readAloud()).toBeVisible();
    await user.click(readAloud());
    const before = speaker.cancelled;
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByRole('heading', { level: 1, name: 'Check: who answers?' });
    expect(speaker.cancelled).toBeGreaterThan(before);
  });

  test.each([
    ['only voices that send the text away', [voice('Far', 'en-GB', false)]],
    ['no voice of the language', [voice('Deutsch', 'de-DE')]],
  ])('is not offered with %s', async (_, voices) => {
    withVoices(...voices);
    await openCard();
    expect(screen.queryByRole('button', { name: 'Read aloud' })).toBeNull();
  });

  test('is not offered where the browser cannot', async () => {
    await openCard();
    expect(screen.queryByRole('button', { name: 'Read aloud' })).toBeNull();
  });

  test('is offered once the browser names its voices', async () => {
    const speaker = withVoices();
    await openCard();
    speaker.voices.push(voice('Near', 'en-GB'));
    act(() => void speaker.dispatchEvent(new Event('voiceschanged')));
    await waitFor(() => expect(readAloud()).toBeVisible());
  });
});

describe('printing', () => {
  test('asks the browser to print, with what was folded open meanwhile', async () => {
    const printed = jest.fn();
    Object.assign(globalThis, { print: printed });
    const user = await openCard();
    const fold = document.createElement('details');
    document.querySelector('main')?.append(fold);
    await user.click(screen.getByRole('button', { name: 'Print this page' }));
    expect(printed).toHaveBeenCalledTimes(1);
    dispatchEvent(new Event('beforeprint'));
    expect(fold.open).toBe(true);
    dispatchEvent(new Event('afterprint'));
    expect(fold.open).toBe(false);
  });
});
