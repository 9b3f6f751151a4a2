import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { type DeviceKey, readDeviceKey } from '@rounds/contracts/device-key';
import { API_PREFIX, type Endpoint, type ResponseOf, SENT_FOR } from '@rounds/contracts/endpoint';
import type { ProblemCode } from '@rounds/contracts/problem';
import { http, HttpResponse, type HttpResponseResolver, type HttpHandler } from 'msw/http';
import { setupServer } from 'msw/node';

type Call = { params: Record<string, string>; query: URLSearchParams; body: unknown; headers: Headers };
type Answer = Response | Promise<Response>;

/** Answers one endpoint of the contract; what it answers has the contract's shape. */
export function handle<E extends Endpoint>(endpoint: E, answer: (call: Call) => ResponseOf<E> | Answer): HttpHandler {
  const address = `http://localhost${API_PREFIX}${endpoint.path}`;
  const resolve: HttpResponseResolver = async ({ request, params }) => {
    const text = await request.text();
    const call = {
      params: params as Record<string, string>,
      query: new URL(request.url).searchParams,
      body: text ? JSON.parse(text) : null,
      headers: request.headers,
    };
    const given = await answer(call);
    return given instanceof Response ? given : HttpResponse.json(given as object);
  };
  const method = endpoint.method.toLowerCase() as Lowercase<Endpoint['method']>;
  return http[method](address, resolve);
}

/** A problem document, as the API refuses. */
export function refusal(status: number, code: ProblemCode): Response {
  return HttpResponse.json({ type: 'about:blank', title: code, status, code, correlationId: '7f3a-c21e' }, { status });
}

export function noAnswer(): Response {
  return HttpResponse.error();
}

const HAND_IN = {
  keyId: 'hand-in-1',
  publicKey:
    'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAErTGOhQ4vPevqs196tDrxmX4o2rBH-gD2B4rohLEaxfWacVEzswEkYhwKnBq7iJWpyY6nBgaNbtJhk43Ur4o9Rg',
};

/** A key for each person, as the server gives it: the same each time. */
function aDeviceKey({ headers }: Call): DeviceKey {
  const personId = headers.get(SENT_FOR)?.split('/')[0] ?? '';
  const key = Buffer.from(personId.padEnd(32, '.').slice(-32)).toString('base64url');
  return { keyId: `key of ${personId}`, key, handIn: HAND_IN };
}

/** A network for the tests of one file: what is not handled fails the call. */
export function withServer(...always: HttpHandler[]): ReturnType<typeof setupServer> {
  const server = setupServer(...always, handle(readDeviceKey, aDeviceKey));
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
  return server;
}
