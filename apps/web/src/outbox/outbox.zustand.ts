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
  /** For some of what was acknowledged last the server took the time of its arrival, not this device's. */
  byArrival: boolean;
  /**
   * The last action was not kept: it has not happened. `storage`: the browser would not; `no-key`: the device is sealed,
   * and the server gave no key.
   */
  refused: 'storage' | 'no-key' | null;
};

const EMPTY: OutboxView = {
  waiting: [],
  setAside: [],
  sending: 'idle',
  savedAt: null,
  acknowledgedAt: null,
  byArrival: false,
  refused: null,
};

export const useOutboxView = create<OutboxView>(() => EMPTY);

export function showLetters(letters: readonly Letter[]): void {
  useOutboxView.setState({
    waiting: letters.filter(({ state }) => state === 'waiting'),
    setAside: letters.filter(({ state }) => state === 'set-aside'),
  });
}

export function showAcknowledged(at: string, byArrival: boolean): void {
  useOutboxView.setState({ acknowledgedAt: at, byArrival });
}

/** Says why something was not kept. */
export function sayRefused(error: unknown): void {
  const fromServer = error instanceof Error && ['ProblemError', 'UnreachableError'].includes(error.name);
  useOutboxView.setState({ refused: fromServer ? 'no-key' : 'storage' });
}

export function forgetView(): void {
  useOutboxView.setState(EMPTY, true);
}
