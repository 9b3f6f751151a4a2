import {
  API_PREFIX,
  type BodyOf,
  type Endpoint,
  type ParamsOf,
  type QueryOf,
  type ResponseOf,
} from '@rounds/contracts/endpoint';
import type { FieldFault, ProblemCode } from '@rounds/contracts/problem';
import { http, HttpResponse, type HttpHandler } from 'msw';

type Asked<E> = { params: ParamsOf<E>; query: QueryOf<E>; body: BodyOf<E> };

/** Refuses a call the way the API does. */
export class Refused extends Error {
  readonly response: Response;

  constructor(
    status: number,
    code: ProblemCode,
    said: { title?: string; detail?: string; faults?: FieldFault[] } = {},
  ) {
    super(code);
    const problem = { type: `/problems/${code}`, title: 'No', status, code, correlationId: '7f3a-c21e', ...said };
    this.response = HttpResponse.json(problem, { status });
  }
}

const METHODS = { GET: http.get, POST: http.post, PUT: http.put, PATCH: http.patch, DELETE: http.delete } as const;

/** A server's answer to one endpoint: what is asked is read, and what is answered is checked, by the contract. */
export function answer<E extends Endpoint>(
  endpoint: E,
  resolve: (asked: Asked<E>) => ResponseOf<E> | Promise<ResponseOf<E>>,
): HttpHandler {
  return METHODS[endpoint.method](`*${API_PREFIX}${endpoint.path}`, async ({ request, params }) => {
    const text = await request.text();
    const asked = {
      params: endpoint.params.parse(params),
      query: endpoint.query.parse(Object.fromEntries(new URL(request.url).searchParams)),
      body: endpoint.body.parse(text ? JSON.parse(text) : {}),
    } as Asked<E>;
    try {
      const given = await resolve(asked);
      if (endpoint.status === 204) return new HttpResponse(null, { status: 204 });
      return HttpResponse.json(endpoint.response.parse(given) as object, { status: endpoint.status });
    } catch (error) {
      if (error instanceof Refused) return error.response;
      throw error;
    }
  });
}
