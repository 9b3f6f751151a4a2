import { describe, expect, test } from '@jest/globals';
import { recordEvents } from '@rounds/contracts/event';
import { HttpResponse } from 'msw/http';
import { VERSION } from '../../test/factories.ts';
import { withFreshDevice } from '../../test/fresh-device.ts';
import { handle, noAnswer, refusal, withServer } from '../../test/server.ts';
import type { Content, Stamp } from './letter.ts';
import { appendLetter, lettersOf } from './outbox.idb.ts';
import { sendLetters } from './outbox.sender.ts';

const OWNER = 'person-1/organisation-1';

withFreshDevice();
const server = withServer();

const note =
  (text: string) =>
  (stamp: Stamp): Content => ({
    what: 'event',
    event: { ...stamp, v: 1, kind: 'note-saved', versionId: VERSION, cardId: 'one', text },
  });

async function keep(count: number): Promise<void> {
  for (let number = 0; number < count; number++) await appendLetter(OWNER, note(`${number}`));
}

type Sent = { id: string; text: string };

/** A server whose `answer` decides on each batch by its number; returns what it accepted, batch by batch. */
function aServer(answer: (request: number, events: Sent[]) => Response | Promise<Response> | null): {
  requests: number;
  accepted: string[];
} {
  const seen = { requests: 0, accepted: [] as string[] };
  server.use(
    handle(recordEvents, async ({ body }) => {
      const { events } = body as { events: Sent[] };
      seen.requests += 1;
      const other = await answer(seen.requests, events);
      if (other) return other;
      seen.accepted.push(...events.map(({ text }) => text));
      const answers = events.map(({ id }) => ({ id, outcome: 'accepted' }));
      return HttpResponse.json({ answers, serverTime: new Date().toISOString() });
    }),
  );
  return seen;
}

const hangs = () => new Promise<Response>(() => undefined);
const page = (status: number) => () =>
  new HttpResponse('<!doctype html><title>Welcome to the ward Wi-Fi</title>', {
    status,
    headers: { 'content-type': 'text/html' },
  });

test('200 events go in one request', async () => {
  await keep(200);
  const seen = aServer(() => null);
  expect(await sendLetters(OWNER)).toBe('idle');
  expect(seen.requests).toBe(1);
  expect(seen.accepted).toHaveLength(200);
  expect(await lettersOf(OWNER)).toEqual([]);
});

describe.each([
  ['no network', noAnswer],
  ['the page of a captive portal, with status 200', page(200)],
  ['the page of a captive portal, with status 511', page(511)],
  ['500 from something that is not our server', page(500)],
  ['502', page(502)],
  ['a server that hangs', hangs],
  ['a server that is not ready', () => refusal(503, 'not-ready')],
])('%s', (_, answer) => {
  test('loses nothing, sets nothing aside, and ends the pass at once', async () => {
    await keep(3);
    const broken = aServer(() => answer());
    expect(await sendLetters(OWNER, { patience: 50 })).toBe('no-answer');
    expect(broken.requests).toBe(1);
    expect(await lettersOf(OWNER)).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }, { state: 'waiting' }]);
    const seen = aServer(() => null);
    expect(await sendLetters(OWNER)).toBe('idle');
    expect(seen.accepted).toEqual(['0', '1', '2']);
  });
});

describe('a server at fault', () => {
  test('over everything is not asked for each letter', async () => {
    await keep(200);
    const seen = aServer(() => refusal(500, 'unexpected'));
    expect(await sendLetters(OWNER)).toBe('no-answer');
    expect(seen.requests).toBeLessThan(20);
    expect(await lettersOf(OWNER)).toHaveLength(200);
  });

  test('over one letter among 200 takes all the others', async () => {
    await keep(200);
    const seen = aServer((_, events) =>
      events.some(({ text }) => text === '137') ? refusal(500, 'unexpected') : null,
    );
    expect(await sendLetters(OWNER)).toBe('no-answer');
    expect(seen.accepted).toHaveLength(199);
    expect(await lettersOf(OWNER)).toHaveLength(1);
  });

  test('that takes a batch and is not heard gets it again, and knows it', async () => {
    await keep(5);
    const taken = new Set<string>();
    const seen = aServer((request, events) => {
      for (const { id } of events) taken.add(id);
      return request === 1 ? noAnswer() : null;
    });
    expect(await sendLetters(OWNER)).toBe('no-answer');
    expect(await sendLetters(OWNER)).toBe('idle');
    expect(taken.size).toBe(5);
    expect(seen.accepted).toEqual(['0', '1', '2', '3', '4']);
  });
});

test('two tabs that send at once send each event once', async () => {
  await keep(20);
  const seen = aServer(() => new Promise((resolve) => setTimeout(() => resolve(null as unknown as Response), 20)));
  const ends = await Promise.all([sendLetters(OWNER), sendLetters(OWNER), sendLetters(OWNER)]);
  expect(ends).toEqual(['idle', 'idle', 'idle']);
  expect(seen).toMatchObject({ requests: 1 });
  expect(seen.accepted).toHaveLength(20);
});

test('a session of somebody else ends the pass and keeps everything', async () => {
  await keep(2);
  aServer(() => refusal(409, 'stale'));
  expect(await sendLetters(OWNER)).toBe('other-person');
  expect(await lettersOf(OWNER)).toHaveLength(2);
});
