import { type AttemptResult, submitAttempt } from '@rounds/contracts/attempt';
import { recordEvents } from '@rounds/contracts/event';
import type { ProblemCode } from '@rounds/contracts/problem';
import { call } from '../api/client.ts';
import { isProblem, UnreachableError } from '../api/problem-error.ts';
import { localInstant } from '../lib/device-time.ts';
import type { Letter } from './letter.ts';
import { lettersOf, removeLetters, setLetterAside } from './outbox.idb.ts';
import { type SendingState, showLetters, useOutboxView } from './outbox.zustand.ts';

/** Events in one call; the contract takes 200. */
const BATCH = 50;
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

/** Refusals of the moment: the same letter may be taken later. */
const PASSING: ReadonlySet<ProblemCode> = new Set([
  'signed-out',
  'too-many-tries',
  'not-ready',
  'wrong-origin',
  // Signed in again in another tab, where no organisation is chosen yet.
  'choose-organisation',
  // Somebody else is signed in by now, or the owner in another organisation.
  'stale',
]);

export type Heard = { onEventsKept: () => void; onAttemptMarked: (result: AttemptResult) => void };

/** Sends one owner's letters in order while the page is open; waits longer after each time without an answer. */
export class Sender {
  readonly #owner: string;
  readonly #heard: Heard;
  #wait = FIRST_WAIT;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #stopped = false;
  /** The person put off signing in again: nothing is sent until they ask for it. */
  #putOff = false;
  /** Letters that the server failed over in this pass: they wait for the next one, and the others go on. */
  readonly #deferred = new Set<string>();

  constructor(owner: string, heard: Heard) {
    this.#owner = owner;
    this.#heard = heard;
  }

  /** Begins to send, and goes on at each sign of a network. Returns what stops it. */
  start(): () => void {
    this.#stopped = false;
    const wake = (): void => this.nudge();
    const whenSeen = (): void => {
      if (document.visibilityState === 'visible') wake();
    };
    window.addEventListener('online', wake);
    window.addEventListener('focus', wake);
    document.addEventListener('visibilitychange', whenSeen);
    wake();
    return () => {
      this.#stopped = true;
      clearTimeout(this.#timer);
      window.removeEventListener('online', wake);
      window.removeEventListener('focus', wake);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }

  /** There is something to send, or a sign of a network. */
  nudge(): void {
    if (!this.#putOff) void this.flush();
  }

  /** Sends all that waits, because somebody asked for it; resolves when nothing is left or no answer came. Never rejects. */
  flush(): Promise<void> {
    this.#putOff = false;
    clearTimeout(this.#timer);
    this.#running ??= this.#sendAll().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #sendAll(): Promise<void> {
    let state: SendingState = 'idle';
    this.#deferred.clear();
    try {
      for (let next = await this.#nextBatch(); next.length > 0 && !this.#stopped; next = await this.#nextBatch()) {
        useOutboxView.setState({ sending: 'sending' });
        await this.#send(next);
        this.#wait = FIRST_WAIT;
        useOutboxView.setState({ acknowledgedAt: localInstant(new Date()) });
      }
      if (this.#deferred.size > 0) throw new UnreachableError('The server failed over some of it');
    } catch (error) {
      this.#putOff = isProblem(error, 'signed-out');
      state = this.#putOff ? 'signed-out' : 'no-answer';
      if (!this.#putOff) this.#tryLater();
    }
    if (!this.#stopped) useOutboxView.setState({ sending: state });
  }

  #tryLater(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.flush(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  /** The events that come first, or the one attempt that does. */
  async #nextBatch(): Promise<Letter[]> {
    const letters = await lettersOf(this.#owner);
    if (!this.#stopped) showLetters(letters);
    const waiting = letters.filter(({ id, state }) => state === 'waiting' && !this.#deferred.has(id));
    if (waiting[0]?.content.what === 'attempt') return waiting.slice(0, 1);
    const attempt = waiting.findIndex(({ content }) => content.what === 'attempt');
    return waiting.slice(0, attempt === -1 ? BATCH : Math.min(attempt, BATCH));
  }

  async #send(letters: readonly Letter[]): Promise<void> {
    try {
      const [first] = letters;
      if (first?.content.what === 'attempt') await this.#sendAttempt(first);
      else await this.#sendEvents(letters);
    } catch (error) {
      await this.#judge(letters, error);
    }
  }

  async #sendEvents(letters: readonly Letter[]): Promise<void> {
    const events = letters.flatMap(({ content }) => (content.what === 'event' ? [content.event] : []));
    const { answers } = await call(recordEvents, { body: { events } }, { sentFor: this.#owner });
    const sent = new Set(letters.map(({ id }) => id));
    const heard = answers.filter(({ id }) => sent.has(id));
    if (heard.length === 0) throw new UnreachableError('The server answered for none of the events');
    await removeLetters(heard.filter(({ outcome }) => outcome !== 'set-aside').map(({ id }) => id));
    for (const { id, outcome, reason } of heard) {
      if (outcome === 'set-aside') await setLetterAside(id, reason ?? 'not-readable');
    }
    this.#heard.onEventsKept();
  }

  async #sendAttempt(letter: Letter): Promise<void> {
    if (letter.content.what !== 'attempt') return;
    const result = await call(submitAttempt, { body: letter.content.attempt }, { sentFor: this.#owner });
    this.#heard.onAttemptMarked(result);
    await removeLetters([letter.id]);
  }

  /**
   * A refusal that will not change sets one letter aside; a fault of the server puts it off to the next pass. Of many
   * letters each is then tried alone, so that one blocks no other. Any other failure ends the pass.
   */
  async #judge(letters: readonly Letter[], error: unknown): Promise<void> {
    const [first] = letters;
    if (!first || !isProblem(error) || PASSING.has(error.code)) throw error;
    if (letters.length > 1) {
      for (const letter of letters) await this.#send([letter]);
    } else if (error.code === 'unexpected') this.#deferred.add(first.id);
    else await setLetterAside(first.id, error.code);
  }
}
