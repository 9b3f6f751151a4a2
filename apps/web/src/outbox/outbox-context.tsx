import type { AttemptBody } from '@rounds/contracts/attempt';
import type { LearnerEvent } from '@rounds/contracts/event';
import type { Me } from '@rounds/contracts/me';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { refreshDerived, takeResult } from '../api/after-learning.ts';
import { forgetLook } from '../lib/look.ts';
import { receiptOf } from './facts.idb.ts';
import { type Content, type Letter, ownerOf, type Stamp } from './letter.ts';
import { takeInHand } from './in-hand.ts';
import { fetchKey, sealNow } from './keys.ts';
import { appendLetter, lettersOf, tryLetterAgain } from './outbox.idb.ts';
import type { News } from './outbox.channel.ts';
import { OutboxDriver } from './outbox.driver.ts';
import { sayRefused, showLetters, useOutboxView } from './outbox.zustand.ts';
import { refreshStates, showAction } from './version-state.ts';

type Stamped = 'id' | 'v' | 'deviceId' | 'seq' | 'at' | 'zone' | 'offsetMs';
type Unstamped<E> = E extends LearnerEvent ? Omit<E, Stamped> : never;

/** A learner event before the device has numbered it. */
export type Action = Unstamped<LearnerEvent>;
export type Submission = Pick<AttemptBody, 'versionId' | 'tryNumber' | 'responses'>;

export type Outbox = {
  owner: string;
  /** Keeps an action on this device, then sends it in its turn. Resolves once it is kept; rejects when the browser keeps nothing. */
  record: (action: Action) => Promise<Letter>;
  /** The same for a try at a quiz; the letter's id is the attempt's. */
  submit: (submission: Submission) => Promise<Letter>;
  /** Sends what waits; resolves when nothing is left or no answer came. */
  flush: () => Promise<void>;
  /** Sends again what was set aside. */
  retry: (ids: readonly string[]) => Promise<void>;
  /** The owner leaves: what is kept here can be opened only by their next sign-in. */
  seal: () => Promise<void>;
  /** The owner is signed in again: what is kept here can be opened, and is sent. */
  restore: () => Promise<void>;
  /** Saves what waits as a file that only the server can open. */
  saveHandIn: () => Promise<void>;
  /** Saves letters as a file to read. */
  saveLetters: (letters: readonly Letter[]) => Promise<void>;
};

const Context = createContext<Outbox | null>(null);

export function useOutbox(): Outbox {
  const outbox = useContext(Context);
  if (!outbox) throw new Error('useOutbox stands outside OutboxProvider');
  return outbox;
}

function eventOf(action: Action, stamp: Stamp): Content {
  return { what: 'event', event: { ...action, ...stamp, v: 1 } as LearnerEvent };
}

function attemptOf(submission: Submission & Pick<AttemptBody, 'receipt'>, { id, ...stamp }: Stamp): Content {
  return { what: 'attempt', attempt: { ...submission, attemptId: id, ...stamp } };
}

type Care = 'retry' | 'seal' | 'restore' | 'saveHandIn' | 'saveLetters';

/** What a person does with work that is not on the server. */
function careOf(owner: string, driver: OutboxDriver): Pick<Outbox, Care> {
  return {
    async retry(ids) {
      for (const id of ids) await tryLetterAgain(owner, id);
      driver.tell('changed');
      await driver.flush();
    },
    async seal() {
      forgetLook();
      await sealNow();
      driver.tell('sealed');
    },
    async restore() {
      // Without an answer the key comes with the next page.
      await fetchKey(owner).catch(() => null);
      await driver.flush();
    },
    saveHandIn: async () => (await import('./save-work.ts')).saveHandIn(owner),
    saveLetters: async (letters) => (await import('./save-work.ts')).saveLetters(letters),
  };
}

function createOutbox(owner: string, driver: OutboxDriver, client: QueryClient): Outbox {
  async function keep(write: (stamp: Stamp) => Content): Promise<Letter> {
    const letter = await appendLetter(owner, write).catch((error: unknown) => {
      sayRefused(error);
      throw error;
    });
    showLetters(await lettersOf(owner));
    useOutboxView.setState({ savedAt: letter.savedAt, refused: null });
    showAction(client, letter);
    driver.tellKept(letter.id);
    return letter;
  }
  return {
    owner,
    record: async (action) => {
      const letter = await takeInHand(keep((stamp) => eventOf(action, stamp)));
      driver.nudge();
      return letter;
    },
    submit: async (submission) => {
      const receipt = await receiptOf(owner, submission.versionId).catch(() => null);
      return keep((stamp) => attemptOf({ ...submission, ...(receipt !== null && { receipt }) }, stamp));
    },
    flush: () => driver.flush(),
    ...careOf(owner, driver),
  };
}

/** Work that waits in the database of an earlier edition is sealed and sent. */
async function takeOver(owner: string, outbox: Outbox): Promise<void> {
  try {
    const there = await indexedDB.databases();
    if (!there.some(({ name }) => name === 'rounds')) return;
    if (await (await import('./migrate.ts')).migrate(owner)) await outbox.flush();
  } catch {
    // It stays where it is until the next page.
  }
}

/** What another tab did is shown here too, in its place. */
function hearNews(client: QueryClient, news: News, letters: readonly Letter[]): void {
  const kept = news.kind === 'kept' && letters.find(({ id }) => id === news.id);
  if (kept) return showAction(client, kept);
  void refreshStates(client);
  if (news.kind === 'sent') void refreshDerived(client);
}

/** Keeps and sends the actions of whoever is signed in, for as long as the page is open. */
export function OutboxProvider({ me, children }: { me: Me; children: ReactNode }) {
  const client = useQueryClient();
  const owner = ownerOf(me);
  const [outbox, driver] = useMemo(() => {
    const made = new OutboxDriver(owner, {
      onEventsKept: () => void refreshDerived(client),
      onAttemptMarked: (result) => takeResult(client, result),
      onCaughtUp: () => void refreshStates(client),
      onNews: (news, letters) => hearNews(client, news, letters),
    });
    return [createOutbox(owner, made, client), made] as const;
  }, [owner, client]);
  useEffect(() => driver.start(), [driver]);
  useEffect(() => void takeOver(owner, outbox), [owner, outbox]);
  return <Context value={outbox}>{children}</Context>;
}
