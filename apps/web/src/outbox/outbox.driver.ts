import type { AttemptResult } from '@rounds/contracts/attempt';
import { signInAgain } from '../api/signed-out.ts';
import { type Channel, type News, openChannel } from './outbox.channel.ts';
import { lastAcknowledged } from './facts.idb.ts';
import { forgetKey } from './keys.ts';
import type { Letter } from './letter.ts';
import { lettersOf } from './outbox.idb.ts';
import { type PassEnd, sendLetters } from './outbox.sender.ts';
import { showAcknowledged, showLetters, useOutboxView } from './outbox.zustand.ts';

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

export type PageHeard = {
  onEventsKept: () => void;
  onAttemptMarked: (result: AttemptResult) => void;
  /** Work from before this page, or from a time without an answer, has reached the server. */
  onCaughtUp: () => void;
  /** Another tab, or the service worker, has kept or sent something; and what is on the device now. */
  onNews: (news: News, letters: readonly Letter[]) => void;
};

/** Has one owner's letters sent while the page is open; waits longer after each time without an answer. */
export class OutboxDriver {
  readonly #owner: string;
  readonly #heard: PageHeard;
  #wait = FIRST_WAIT;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #again = false;
  /** Something waited when this page began, or when the server did not answer. */
  #behind = false;
  #begun = false;
  #stopped = false;
  #channel: Channel | null = null;
  /** The person put off signing in again: nothing is sent until they ask for it. */
  #putOff = false;

  constructor(owner: string, heard: PageHeard) {
    this.#owner = owner;
    this.#heard = heard;
  }

  /** Begins to send, and goes on at each sign of a network. Returns what stops it. */
  start(): () => void {
    this.#stopped = false;
    this.#channel = openChannel((news) => void this.#hear(news));
    const wake = (): void => this.nudge();
    const whenSeen = (): void => {
      if (document.visibilityState === 'visible') wake();
    };
    window.addEventListener('online', wake);
    window.addEventListener('focus', wake);
    document.addEventListener('visibilitychange', whenSeen);
    wake();
    void this.#recall();
    return () => {
      this.#stopped = true;
      clearTimeout(this.#timer);
      this.#channel?.close();
      this.#channel = null;
      window.removeEventListener('online', wake);
      window.removeEventListener('focus', wake);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }

  /** There is something to send, or a sign of a network. */
  nudge(): void {
    if (!this.#putOff) void this.flush();
  }

  /** Says to the other tabs that an action was kept here. */
  tellKept(id: string): void {
    this.#channel?.tell({ kind: 'kept', owner: this.#owner, id });
  }

  /** Says to the other tabs that a letter's state changed here, or that the owner has left. */
  tell(kind: 'changed' | 'sealed'): void {
    this.#channel?.tell({ kind, owner: this.#owner });
  }

  /** Sends all that waits, because somebody asked for it; resolves when nothing is left or no answer came. Never rejects. */
  flush(): Promise<void> {
    this.#putOff = false;
    clearTimeout(this.#timer);
    this.#again = this.#running !== null;
    this.#running ??= this.#sendAll().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #sendAll(): Promise<void> {
    let end: PassEnd;
    do {
      this.#again = false;
      end = await this.#pass();
      if (end === 'signed-out' && !this.#stopped) this.#again = await signInAgain();
    } while (this.#again && !this.#stopped && (end === 'idle' || end === 'signed-out'));
    this.#putOff = end === 'signed-out';
    if (end === 'idle') this.#caughtUp();
    if (end === 'no-answer') this.#tryLater();
    if (!this.#stopped) useOutboxView.setState({ sending: end });
  }

  #pass(): Promise<PassEnd> {
    return sendLetters(this.#owner, {
      heard: {
        letters: (letters) => this.#show(() => this.#look(letters)),
        sending: () => this.#show(() => useOutboxView.setState({ sending: 'sending' })),
        acknowledged: (at, byArrival) => {
          this.#wait = FIRST_WAIT;
          this.#show(() => showAcknowledged(at, byArrival));
          this.#channel?.tell({ kind: 'sent', owner: this.#owner, at, byArrival });
        },
        eventsKept: () => this.#heard.onEventsKept(),
        attemptMarked: (result) => this.#heard.onAttemptMarked(result),
      },
    });
  }

  /** What an earlier page heard from the server. */
  async #recall(): Promise<void> {
    const at = await lastAcknowledged(this.#owner).catch(() => null);
    if (at !== null && useOutboxView.getState().acknowledgedAt === null) this.#show(() => showAcknowledged(at, false));
  }

  /** A page that has been left says nothing more. */
  #show(act: () => void): void {
    if (!this.#stopped) act();
  }

  #look(letters: readonly Letter[]): void {
    showLetters(letters);
    if (!this.#begun) this.#behind = letters.some(({ state }) => state === 'waiting');
    this.#begun = true;
  }

  #caughtUp(): void {
    this.#wait = FIRST_WAIT;
    if (this.#behind && !this.#stopped) this.#heard.onCaughtUp();
    this.#behind = false;
  }

  #tryLater(): void {
    if (this.#stopped) return;
    this.#behind = true;
    void askForBackgroundSync();
    this.#timer = setTimeout(() => void this.flush(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  async #hear(news: News): Promise<void> {
    if (news.owner !== this.#owner) return;
    if (news.kind === 'sealed') return forgetKey();
    if (news.kind === 'sent') showAcknowledged(news.at, news.byArrival);
    const letters = await lettersOf(this.#owner);
    this.#show(() => {
      showLetters(letters);
      this.#heard.onNews(news, letters);
    });
  }
}

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/** Where the browser can, it wakes the service worker once there is a network, even with the page closed. */
async function askForBackgroundSync(): Promise<void> {
  try {
    const worker: WithSync | undefined = await navigator.serviceWorker?.getRegistration();
    await worker?.sync?.register('outbox');
  } catch {
    // Not allowed by the person: the page sends by itself as long as it is open.
  }
}
