import { describe, expect, jest, test } from '@jest/globals';
import type { AttemptResult } from '@rounds/contracts/attempt';
import { submitAttempt } from '@rounds/contracts/attempt';
import { recordEvents } from '@rounds/contracts/event';
import { waitFor } from '@testing-library/react';
import { VERSION } from '../../test/factories.ts';
import { reload, withFreshDevice } from '../../test/fresh-device.ts';
import { handle, noAnswer, refusal, withServer } from '../../test/server.ts';
import type { Content, Letter, Stamp } from './letter.ts';
import { dropDraft, keepDraft, readDraft } from './drafts.idb.ts';
import { appendLetter, lettersOf } from './outbox.idb.ts';
import { OutboxDriver } from './outbox.driver.ts';
import { useOutboxView } from './outbox.zustand.ts';

const OWNER = 'person-1/organisation-1';
const OTHER = 'person-2/organisation-1';
const NOW = '2027-03-11T13:52:00Z';

withFreshDevice();
const server = withServer();

type Sent = { events: { id: string; text?: string }[] };
const outcome = (id: string, judged: 'accepted' | 'known' | 'set-aside' = 'accepted') => ({ id, outcome: judged });

const note =
  (text: string) =>
  (stamp: Stamp): Content => ({
    what: 'event',
    event: { ...stamp, v: 1, kind: 'note-saved', versionId: VERSION, cardId: 'one', text },
  });
const attempt = ({ id, ...stamp }: Stamp): Content => ({
  what: 'attempt',
  attempt: { ...stamp, attemptId: id, versionId: VERSION, tryNumber: 1, responses: [] },
});

function aSender(onAttemptMarked: (result: AttemptResult) => void = () => undefined): OutboxDriver {
  const nothing = () => undefined;
  return new OutboxDriver(OWNER, { onEventsKept: nothing, onAttemptMarked, onCaughtUp: nothing, onNews: nothing });
}

/** A server that takes every event; returns the texts in the order they came. */
function takingServer(
  judge: (event: Sent['events'][number]) => ReturnType<typeof outcome> = ({ id }) => outcome(id),
): string[] {
  const texts: string[] = [];
  server.use(
    handle(recordEvents, ({ body }) => {
      const { events } = body as Sent;
      texts.push(...events.map(({ text }) => text ?? ''));
      return { answers: events.map(judge), serverTime: NOW };
    }),
  );
  return texts;
}

describe('what is kept', () => {
  test('actions are numbered from 1 on one device, in order, and outlive a reload', async () => {
    await appendLetter(OWNER, note('first'));
    await reload();
    await appendLetter(OWNER, note('second'));
    const letters = await lettersOf(OWNER);
    expect(letters.map(({ seq }) => seq)).toEqual([1, 2]);
    const devices = letters.map(({ content }) => content.what === 'event' && content.event.deviceId);
    expect(devices[0]).toBe(devices[1]);
    expect(letters[0]!.id < letters[1]!.id).toBe(true);
  });

  test('each owner has their own', async () => {
    await appendLetter(OTHER, note('theirs'));
    expect(await lettersOf(OWNER)).toEqual([]);
  });

  test('a draft outlives a reload until it is dropped', async () => {
    await keepDraft(OWNER, 'note', 'half a wo');
    await reload();
    expect(await readDraft(OWNER, 'note')).toBe('half a wo');
    await dropDraft(OWNER, 'note');
    expect(await readDraft(OWNER, 'note')).toBeNull();
  });
});

describe('sending', () => {
  test('all events go in order, and what is accepted or known is gone', async () => {
    const texts = takingServer(({ id, text }) => outcome(id, text === 'b' ? 'known' : 'accepted'));
    for (const text of ['a', 'b', 'c']) await appendLetter(OWNER, note(text));
    await aSender().flush();
    expect(texts).toEqual(['a', 'b', 'c']);
    expect(await lettersOf(OWNER)).toEqual([]);
    expect(useOutboxView.getState()).toMatchObject({ waiting: [], setAside: [], sending: 'idle' });
    expect(useOutboxView.getState().acknowledgedAt).not.toBeNull();
  });

  test('nothing of another person is sent', async () => {
    const texts = takingServer();
    await appendLetter(OTHER, note('theirs'));
    await aSender().flush();
    expect(texts).toEqual([]);
    expect(await lettersOf(OTHER)).toHaveLength(1);
  });

  test('what is set aside stays with its reason, is not sent again, and blocks nothing', async () => {
    const texts = takingServer(({ id, text }) =>
      text === 'bad' ? { ...outcome(id, 'set-aside'), reason: 'unknown-place' } : outcome(id),
    );
    await appendLetter(OWNER, note('bad'));
    await appendLetter(OWNER, note('good'));
    await aSender().flush();
    await appendLetter(OWNER, note('later'));
    await aSender().flush();
    expect(texts).toEqual(['bad', 'good', 'later']);
    expect(await lettersOf(OWNER)).toMatchObject([{ state: 'set-aside', reason: 'unknown-place' }]);
    expect(useOutboxView.getState().setAside).toHaveLength(1);
  });

  test('without an answer everything stays, and is sent by itself a while later', async () => {
    jest.useFakeTimers({
      doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick', 'performance'],
      advanceTimers: true,
    });
    server.use(handle(recordEvents, noAnswer));
    await appendLetter(OWNER, note('kept'));
    const sender = aSender();
    await sender.flush();
    expect(useOutboxView.getState()).toMatchObject({ sending: 'no-answer' });
    expect(await lettersOf(OWNER)).toHaveLength(1);
    const texts = takingServer();
    jest.advanceTimersByTime(2_000);
    await waitFor(() => expect(texts).toEqual(['kept']));
    await sender.flush();
    jest.useRealTimers();
  });

  test('one event that the server refuses does not take its batch with it', async () => {
    const texts: string[] = [];
    server.use(
      handle(recordEvents, ({ body }) => {
        const { events } = body as Sent;
        if (events.some(({ text }) => text === 'bad')) return refusal(400, 'invalid-request');
        texts.push(...events.map(({ text }) => text ?? ''));
        return { answers: events.map(({ id }) => outcome(id)), serverTime: NOW };
      }),
    );
    for (const text of ['a', 'bad', 'c']) await appendLetter(OWNER, note(text));
    await aSender().flush();
    expect(texts).toEqual(['a', 'c']);
    expect(await lettersOf(OWNER)).toMatchObject([{ state: 'set-aside', reason: 'invalid-request' }]);
  });

  test('an event that the server fails over waits, and the others go on', async () => {
    const texts: string[] = [];
    let failing = true;
    server.use(
      handle(recordEvents, ({ body }) => {
        const { events } = body as Sent;
        if (failing && events.some(({ text }) => text === 'bad')) return refusal(500, 'unexpected');
        texts.push(...events.map(({ text }) => text ?? ''));
        return { answers: events.map(({ id }) => outcome(id)), serverTime: NOW };
      }),
    );
    for (const text of ['bad', 'b', 'c']) await appendLetter(OWNER, note(text));
    const sender = aSender();
    await sender.flush();
    expect(texts).toEqual(['b', 'c']);
    expect(await lettersOf(OWNER)).toMatchObject([{ state: 'waiting', reason: null }]);
    failing = false;
    await sender.flush();
    expect(texts).toEqual(['b', 'c', 'bad']);
    expect(await lettersOf(OWNER)).toEqual([]);
  });

  test('each call says whose work it brings, and a session of somebody else takes nothing', async () => {
    const owners: (string | null)[] = [];
    server.use(
      handle(recordEvents, ({ headers }) => {
        owners.push(headers.get('rounds-for'));
        return refusal(409, 'stale');
      }),
    );
    await appendLetter(OWNER, note('mine'));
    await aSender().flush();
    expect(owners).toEqual([OWNER]);
    expect(await lettersOf(OWNER)).toMatchObject([{ state: 'waiting', reason: null }]);
  });

  test('a server that answers for nothing does not spin', async () => {
    let calls = 0;
    server.use(
      handle(recordEvents, () => {
        calls += 1;
        return { answers: [], serverTime: NOW };
      }),
    );
    await appendLetter(OWNER, note('kept'));
    const sender = aSender();
    const stop = sender.start();
    await sender.flush();
    stop();
    expect(calls).toBe(1);
    expect(await lettersOf(OWNER)).toHaveLength(1);
  });

  test.each([
    [403, 'choose-organisation'],
    [503, 'not-ready'],
  ] as const)('a refusal of the moment (%i %s) sets nothing aside', async (status, code) => {
    server.use(handle(recordEvents, () => refusal(status, code)));
    await appendLetter(OWNER, note('kept'));
    await aSender().flush();
    expect(await lettersOf(OWNER)).toMatchObject([{ state: 'waiting', reason: null }]);
  });

  test('who put off signing in is not asked again until they ask for it', async () => {
    let calls = 0;
    server.use(
      handle(recordEvents, () => {
        calls += 1;
        return refusal(401, 'signed-out');
      }),
    );
    await appendLetter(OWNER, note('kept'));
    const sender = aSender();
    await sender.flush();
    sender.nudge();
    expect(useOutboxView.getState().sending).toBe('signed-out');
    // What the nudge had set going would have come to the server before this one's.
    await aSender().flush();
    expect(calls).toBe(2);
    await sender.flush();
    expect(calls).toBe(3);
    expect(await lettersOf(OWNER)).toHaveLength(1);
  });
});

describe('an attempt', () => {
  test('goes after the events before it, and is gone once its result is here', async () => {
    const order: string[] = [];
    server.use(
      handle(recordEvents, ({ body }) => {
        order.push('events');
        return { answers: (body as Sent).events.map(({ id }) => outcome(id)), serverTime: NOW };
      }),
      handle(submitAttempt, () => {
        order.push('attempt');
        return ATTEMPT_RESULT;
      }),
    );
    await appendLetter(OWNER, note('a'));
    const letter: Letter = await appendLetter(OWNER, attempt);
    await appendLetter(OWNER, note('b'));
    const marked: string[] = [];
    await aSender(({ attemptId }) => marked.push(attemptId)).flush();
    expect(order).toEqual(['events', 'attempt', 'events']);
    expect(marked).toEqual([ATTEMPT_RESULT.attemptId]);
    expect(letter.content).toMatchObject({ attempt: { attemptId: letter.id, seq: 2 } });
    expect(await lettersOf(OWNER)).toEqual([]);
  });

  test('that is refused for good is set aside with its code, and later events go on', async () => {
    const texts = takingServer();
    server.use(handle(submitAttempt, () => refusal(409, 'version-retired')));
    await appendLetter(OWNER, attempt);
    await appendLetter(OWNER, note('later'));
    await aSender().flush();
    expect(texts).toEqual(['later']);
    expect(await lettersOf(OWNER)).toMatchObject([{ state: 'set-aside', reason: 'version-retired' }]);
  });
});

const ATTEMPT_RESULT: AttemptResult = {
  attemptId: VERSION,
  versionId: VERSION,
  moduleId: VERSION,
  moduleTitle: 'Automation bias',
  tryNumber: 1,
  score: { raw: 0, max: 3, scaled: 0 },
  passMark: 2,
  passed: false,
  safetyItemMissed: false,
  items: [],
  completionId: null,
  credit: { outcome: 'not-awarded', reason: 'not-passed', nextRoundFrom: null },
  remarked: false,
};
