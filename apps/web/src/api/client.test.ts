import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { searchCatalogue } from '@rounds/contracts/catalogue';
import { recordEvents } from '@rounds/contracts/event';
import { type Me, readMe } from '@rounds/contracts/me';
import { readMedia } from '@rounds/contracts/version';
import { http, HttpResponse } from 'msw/http';
import { setupServer } from 'msw/node';
import { addressOf, call } from './client.ts';
import { isProblem, UnreachableError } from './problem-error.ts';
import { whenSignedOut } from './signed-out.ts';

const ID = '01a5c9ee-8b1c-7000-8000-000000000001';
const me: Me = {
  personId: ID,
  name: 'Juniper Larkspur',
  email: null,
  postTitle: 'Specialty doctor',
  organisation: { organisationId: ID, name: 'Northgate', timeZone: 'Europe/London' },
  organisations: [{ organisationId: ID, name: 'Northgate' }],
  roles: [],
  demo: true,
  sharedDevice: false,
};
const ME = 'http://localhost/api/v1/person/me';
const refusal = (status: number, code: string) =>
  HttpResponse.json({ type: `/problems/${code}`, title: 'No', status, code, correlationId: '7f3a-c21e' }, { status });

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test('parameters are escaped and what is empty is left out', () => {
  expect(addressOf(readMedia, { versionId: 'a/b', file: 'c d.svg' })).toBe(
    '/api/v1/learner/versions/a%2Fb/media/c%20d.svg',
  );
  expect(addressOf(searchCatalogue, {}, { q: 'a&b', minutes: undefined, level: '', audience: ['x', 'y z'] })).toBe(
    '/api/v1/learner/modules?q=a%26b&audience=x&audience=y+z',
  );
});

describe('calls', () => {
  test('the answer is read by the contract, and what it does not name is dropped', async () => {
    server.use(http.get(ME, () => HttpResponse.json({ ...me, secret: 'hash' })));
    expect(await call(readMe, {})).toEqual(me);
  });

  test('a body is sent as JSON', async () => {
    let sent: unknown;
    server.use(
      http.post('http://localhost/api/v1/learner/events', async ({ request }) => {
        sent = [request.headers.get('content-type'), await request.json()];
        return HttpResponse.json({ answers: [], serverTime: '2027-03-11T13:52:00Z' });
      }),
    );
    await call(recordEvents, { body: { events: [{ id: ID }] } });
    expect(sent).toEqual(['application/json', { events: [{ id: ID }] }]);
  });

  test('a refusal carries its code and its number', async () => {
    server.use(http.get(ME, () => refusal(403, 'not-allowed')));
    const error: unknown = await call(readMe, {}).catch((e: unknown) => e);
    expect(isProblem(error, 'not-allowed') && error.problem.correlationId).toBe('7f3a-c21e');
    expect(isProblem(error, 'not-found')).toBe(false);
  });

  test.each([
    ['no answer', () => HttpResponse.error()],
    ['a gateway in between', () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 })],
  ])('%s is unreachable, and nothing is known', async (_, answer) => {
    server.use(http.get(ME, answer));
    await expect(call(readMe, {})).rejects.toBeInstanceOf(UnreachableError);
  });

  test('a refusal in words of nobody we know is unexpected', async () => {
    server.use(http.get(ME, () => new HttpResponse('<h1>Teapot</h1>', { status: 418 })));
    await expect(call(readMe, {})).rejects.toMatchObject({ code: 'unexpected' });
  });
});

describe('signed out in the middle of work', () => {
  function forgetfulServer(): { signIn: () => void } {
    let signedIn = false;
    server.use(http.get(ME, () => (signedIn ? HttpResponse.json(me) : refusal(401, 'signed-out'))));
    return { signIn: () => (signedIn = true) };
  }

  test('the password is asked for once, and every refused call is made again', async () => {
    const { signIn } = forgetfulServer();
    let asked = 0;
    const undo = whenSignedOut(async () => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      signIn();
      return true;
    });
    const answers = await Promise.all([call(readMe, {}), call(readMe, {})]);
    undo();
    expect(answers).toEqual([me, me]);
    expect(asked).toBe(1);
  });

  test('whoever puts it off gets the refusal', async () => {
    forgetfulServer();
    const undo = whenSignedOut(async () => false);
    await expect(call(readMe, {})).rejects.toMatchObject({ code: 'signed-out' });
    undo();
  });

  test('a caller that deals with it is not asked', async () => {
    forgetfulServer();
    let asked = false;
    const undo = whenSignedOut(async () => (asked = true));
    await expect(call(readMe, {}, { onSignedOut: 'throw' })).rejects.toMatchObject({ code: 'signed-out' });
    undo();
    expect(asked).toBe(false);
  });
});
