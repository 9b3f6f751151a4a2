import { create } from 'zustand';
import type { Letter } from './letter.ts';

/** `other-person`: somebody else is signed in on this device by now. */
export type SendingState = 'idle' | 'sending' | 'no-answer' | 'signed-out' | 'other-person';

/** What the screens say about the outbox; the letters themselves are in IndexedDB. */
export type OutboxView = {
  waiting: readonly Letter[];
  setAside: readonly Letter[];
  sending: SendingState;
  /** Device time of the last action kept on the device; null before the first of this page. */
  savedAt: string | null;
  /** Device time when the server last acknowledged something; null before the first of this page. */
  acknowledgedAt: string | null;
  /** The browser did not keep the last action: it has not happened. */
  refused: boolean;
};

const EMPTY: OutboxView = {
  waiting: [],
  setAside: [],
  sending: 'idle',
  savedAt: null,
  acknowledgedAt: null,
  refused: false,
};

export const useOutboxView = create<OutboxView>(() => EMPTY);

export function showLetters(letters: readonly Letter[]): void {
  useOutboxView.setState({
    waiting: letters.filter(({ state }) => state === 'waiting'),
    setAside: letters.filter(({ state }) => state === 'set-aside'),
  });
}

/** For the end of a promise to keep something. */
export function sayRefused(): void {
  useOutboxView.setState({ refused: true });
}

export function forgetView(): void {
  useOutboxView.setState(EMPTY, true);
}
