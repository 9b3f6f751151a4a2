import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readToday } from '@rounds/contracts/today';
import { aToday } from '../../test/fixtures/today.ts';
import { handle, noAnswer, refusal, withServer } from '../../test/server.ts';
import { callOrKept, findKeptWith, keptOrCall } from './kept-answers.ts';
import { useOfflineView } from './offline.zustand.ts';
import { UnreachableError } from './problem-error.ts';

const server = withServer();
const asked = { endpoint: readToday, input: {}, queryKey: ['today'], onSignedOut: 'throw' as const };
const KEPT_AT = '2026-11-22T17:30:00.000Z';
const fresh = aToday();
const old = { ...fresh, toReflectCount: 41 };
const hang = (): Promise<Response> => new Promise(() => undefined);

beforeEach(() => {
  useOfflineView.setState({ since: {} });
  findKeptWith(async () => ({ value: old, at: KEPT_AT }));
});
afterEach(() => findKeptWith(async () => null));

describe('an answer, or what is kept of an earlier one', () => {
  test('is the server’s own whenever there is one', async () => {
    server.use(handle(readToday, () => fresh));
    expect(await callOrKept(asked)).toEqual(fresh);
    expect(useOfflineView.getState().since).toEqual({});
  });

  test.each([
    ['no network', noAnswer],
    ['a captive portal’s page', () => new Response('<html>Wi-Fi</html>', { headers: { 'content-type': 'text/html' } })],
    ['a gateway’s page', () => new Response('<html>Bad gateway</html>', { status: 502 })],
    ['a server that says nothing', hang],
  ])('is the kept one for %s, and says from when', async (_, answer) => {
    server.use(handle(readToday, answer));
    expect(await callOrKept(asked)).toEqual(old);
    expect(useOfflineView.getState().since).toEqual({ '["today"]': KEPT_AT });
  });

  test.each([
    [401, 'signed-out'],
    [403, 'not-allowed'],
    [404, 'not-found'],
    [500, 'unexpected'],
  ] as const)('is never the kept one when the server refuses with %i', async (status, code) => {
    server.use(handle(readToday, () => refusal(status, code)));
    await expect(callOrKept(asked)).rejects.toMatchObject({ code });
  });

  test('is none where nothing is kept, or what is kept has another shape', async () => {
    server.use(handle(readToday, noAnswer));
    findKeptWith(async () => null);
    await expect(callOrKept(asked)).rejects.toBeInstanceOf(UnreachableError);
    findKeptWith(async () => ({ value: { title: 'of an older program' }, at: KEPT_AT }));
    await expect(callOrKept(asked)).rejects.toBeInstanceOf(UnreachableError);
  });

  test('stops being the kept one as soon as the server speaks again, be it a refusal', async () => {
    server.use(handle(readToday, noAnswer));
    await callOrKept(asked);
    server.use(handle(readToday, () => refusal(403, 'not-allowed')));
    await callOrKept(asked).catch(() => undefined);
    expect(useOfflineView.getState().since).toEqual({});
  });
});

test('what never changes is taken from the device without asking', async () => {
  let calls = 0;
  server.use(
    handle(readToday, () => {
      calls += 1;
      return fresh;
    }),
  );
  expect(await keptOrCall(asked)).toEqual(old);
  expect(calls).toBe(0);
  findKeptWith(async () => null);
  expect(await keptOrCall(asked)).toEqual(fresh);
});
