import { type AttemptResult, submitAttempt } from '@rounds/contracts/attempt';
import { recordEvents } from '@rounds/contracts/event';
import type { ProblemCode } from '@rounds/contracts/problem';
import { call } from '../api/client.ts';
import { isProblem, type ProblemError, UnreachableError } from '../api/problem-error.ts';
import { localInstant } from '../lib/device-time.ts';
import { timed } from './clock.ts';
import { keepAcknowledged, receiptOf } from './facts.idb.ts';
import { type Letter, versionOf } from './letter.ts';
import { lettersOf, removeLetters, setLetterAside } from './outbox.idb.ts';

/** Events in one call: as many as the contract takes. */
const BATCH = 200;
/** Milliseconds after which a call counts as not answered: a full batch takes a few seconds at 400 kbit/s. */
const PATIENCE = 30_000;
/** Failures in a row after which the server, and not a letter, is at fault: 8 halvings lead from a batch to one letter. */
const MOST_FAILURES = 12;

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

/** How a pass ended. `idle`: nothing is left to send. `other-person`: the session is somebody else's by now. */
export type PassEnd = 'idle' | 'no-answer' | 'signed-out' | 'other-person';

/** What a pass tells whoever started it, while it runs. */
export type Heard = {
  /** All letters of the owner, as they are now on the device. */
  letters: (letters: readonly Letter[]) => void;
  sending: () => void;
  /** The server has taken something, at this device time. `byArrival`: the time it arrived counts for some of it. */
  acknowledged: (at: string, byArrival: boolean) => void;
  eventsKept: () => void;
  attemptMarked: (result: AttemptResult) => void;
};

type Options = { heard?: Partial<Heard>; patience?: number };

/**
 * Sends all that waits of one owner, events in batches and each attempt by itself, in order. One pass at a time over
 * all tabs and the service worker; a second one waits for the first. Never rejects. Needs no window.
 */
export function sendLetters(owner: string, options: Options = {}): Promise<PassEnd> {
  const run = (): Promise<PassEnd> => new Pass(owner, options).run();
  // Where there are no locks two passes may send the same letter: the server then knows it.
  return navigator.locks ? navigator.locks.request(`rounds-outbox/${owner}`, run) : run();
}

class Pass {
  readonly #owner: string;
  readonly #heard: Partial<Heard>;
  readonly #patience: number;
  /** Letters that the server failed over: they wait for the next pass, and the others go on. */
  readonly #deferred = new Set<string>();
  #failures = 0;

  constructor(owner: string, { heard = {}, patience = PATIENCE }: Options) {
    this.#owner = owner;
    this.#heard = heard;
    this.#patience = patience;
  }

  async run(): Promise<PassEnd> {
    try {
      for (let next = await this.#nextBatch(); next.length > 0; next = await this.#nextBatch()) {
        this.#heard.sending?.();
        await this.#deliver(next);
      }
      return this.#deferred.size > 0 ? 'no-answer' : 'idle';
    } catch (error) {
      if (isProblem(error, 'signed-out')) return 'signed-out';
      return isProblem(error, 'stale') ? 'other-person' : 'no-answer';
    }
  }

  /** The events that come first, or the one attempt that does. */
  async #nextBatch(): Promise<Letter[]> {
    const letters = await lettersOf(this.#owner);
    this.#heard.letters?.(letters);
    const waiting = letters.filter(({ id, state }) => state === 'waiting' && !this.#deferred.has(id));
    if (waiting[0]?.content.what === 'attempt') return waiting.slice(0, 1);
    const attempt = waiting.findIndex(({ content }) => content.what === 'attempt');
    return waiting.slice(0, attempt === -1 ? BATCH : Math.min(attempt, BATCH));
  }

  /**
   * Sends letters together. A refusal that will not change sets one letter aside; a fault of the server puts it off to
   * the next pass. Of many letters each half is then tried alone, so that one blocks no other. Any other failure ends
   * the pass.
   */
  async #deliver(letters: readonly Letter[]): Promise<void> {
    const [first] = letters;
    if (!first) return;
    try {
      const byArrival = await (first.content.what === 'attempt' ? this.#sendAttempt(first) : this.#sendEvents(letters));
      this.#failures = 0;
      const at = localInstant(new Date());
      this.#heard.acknowledged?.(at, byArrival);
      await keepAcknowledged(this.#owner, at);
    } catch (error) {
      if (!isJudgement(error) || ++this.#failures > MOST_FAILURES) throw error;
      if (letters.length > 1) {
        const half = Math.ceil(letters.length / 2);
        await this.#deliver(letters.slice(0, half));
        await this.#deliver(letters.slice(half));
      } else if (error.code === 'unexpected') this.#deferred.add(first.id);
      else await setLetterAside(this.#owner, first.id, error.code);
    }
  }

  async #sendEvents(letters: readonly Letter[]): Promise<boolean> {
    const events = letters.flatMap(({ content }) => (content.what === 'event' ? [content.event] : []));
    const receipts = await this.#receiptsFor(letters);
    const { answers } = await timed(() => call(recordEvents, { body: { events, receipts } }, this.#callOptions()));
    const sent = new Set(letters.map(({ id }) => id));
    const heard = answers.filter(({ id }) => sent.has(id));
    if (heard.length === 0) throw new UnreachableError('The server answered for none of the events');
    await removeLetters(
      this.#owner,
      heard.filter(({ outcome }) => outcome !== 'set-aside').map(({ id }) => id),
    );
    for (const { id, outcome, reason } of heard) {
      if (outcome === 'set-aside') await setLetterAside(this.#owner, id, reason ?? 'not-readable');
    }
    this.#heard.eventsKept?.();
    return heard.some(({ timedBy }) => timedBy === 'arrival');
  }

  async #receiptsFor(letters: readonly Letter[]): Promise<string[]> {
    const versions = new Set(letters.map(versionOf).filter((versionId) => versionId !== null));
    const receipts = await Promise.all([...versions].map((versionId) => receiptOf(this.#owner, versionId)));
    return receipts.filter((receipt) => receipt !== null);
  }

  async #sendAttempt(letter: Letter): Promise<boolean> {
    if (letter.content.what !== 'attempt') return false;
    const result = await call(submitAttempt, { body: letter.content.attempt }, this.#callOptions());
    this.#heard.attemptMarked?.(result);
    await removeLetters(this.#owner, [letter.id]);
    return result.timedBy === 'arrival';
  }

  /** Nobody is asked for a password from here: other tabs wait for this pass to end. */
  #callOptions() {
    return { sentFor: this.#owner, onSignedOut: 'throw', signal: AbortSignal.timeout(this.#patience) } as const;
  }
}

/** Our server judged the letter. Others answer too: a captive portal, a gateway, a server that is going down. */
function isJudgement(error: unknown): error is ProblemError {
  return isProblem(error) && !PASSING.has(error.code) && error.problem.correlationId !== '';
}
