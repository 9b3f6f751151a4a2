import {
  API_PREFIX,
  type BodyOf,
  type Endpoint,
  type ParamsOf,
  type QueryOf,
  type ResponseOf,
  SENT_FOR,
} from '@rounds/contracts/endpoint';
import { Problem } from '@rounds/contracts/problem';
import { isProblem, ProblemError, UnreachableError } from './problem-error.ts';
import { signInAgain } from './signed-out.ts';

/** Input is asked for only where the endpoint declares some. */
type Part<Name extends string, T> = Record<string, never> extends T ? { [K in Name]?: T } : { [K in Name]: T };
export type Input<E> = Part<'params', ParamsOf<E>> & Part<'query', QueryOf<E>> & Part<'body', BodyOf<E>>;

type Options = {
  signal?: AbortSignal | undefined;
  /** `throw`: the caller deals with being signed out. Default: ask for the password in place, then call again. */
  onSignedOut?: 'ask' | 'throw';
  /** Owner of kept work, as `SENT_FOR` says: refused as `stale` when somebody else is signed in by now. */
  sentFor?: string;
};
type Values = Record<string, unknown>;

/** The address of a call, also for plain links to files. */
export function addressOf(endpoint: Pick<Endpoint, 'path'>, params: Values = {}, query: Values = {}): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const words = search.toString();
  return `${API_PREFIX}${path}${words && `?${words}`}`;
}

/** Calls an endpoint of the contract. Throws `ProblemError` for a refusal and `UnreachableError` for no answer. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  options: Options = {},
): Promise<ResponseOf<E>> {
  const { onSignedOut = 'ask' } = options;
  try {
    return await callOnce(endpoint, input, options);
  } catch (error) {
    if (onSignedOut === 'throw' || !isProblem(error, 'signed-out') || !(await signInAgain())) throw error;
    return callOnce(endpoint, input, options);
  }
}

async function callOnce<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  { signal, sentFor }: Options,
): Promise<ResponseOf<E>> {
  const { params, query, body } = input as { params?: Values; query?: Values; body?: unknown };
  const answer = await send(addressOf(endpoint, params, query), {
    method: endpoint.method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(sentFor !== undefined && { [SENT_FOR]: sentFor }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (!answer.ok) throw new ProblemError(await problemIn(answer));
  const content: unknown = answer.status === 204 ? {} : await readJson(answer);
  return endpoint.response.parse(content) as ResponseOf<E>;
}

async function send(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new UnreachableError('The server did not answer', { cause: error });
  }
}

async function readJson(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch (error) {
    throw new UnreachableError('The answer broke off', { cause: error });
  }
}

async function problemIn(answer: Response): Promise<Problem> {
  const read = Problem.safeParse(await answer.json().catch(() => null));
  if (read.success) return read.data;
  // A gateway in between answers in its own words: no server of ours was reached.
  if (answer.status >= 502 && answer.status <= 504) throw new UnreachableError(`Status ${answer.status}`);
  return {
    type: 'about:blank',
    title: 'The answer could not be read',
    status: answer.status,
    code: 'unexpected',
    correlationId: '',
  };
}
