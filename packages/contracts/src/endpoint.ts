import * as z from 'zod/mini';
import type { Role } from './actor.ts';
import type { AuditAction } from './audit-action.ts';
import type { ProblemCode } from './problem.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Audience = 'visitor' | 'person' | 'learner' | 'educator' | 'cpd-lead' | 'admin' | 'system';

/**
 * Who may call: anyone; anyone signed in, even before they chose an organisation (`signed-in`) or in one (`member`); or a
 * holder of one of these roles. What rows they then see is decided by the use case's own policy.
 */
export type Policy = 'anyone' | 'signed-in' | 'member' | readonly Role[];

type Shape = z.ZodMiniType;

/** One HTTP endpoint, declared once and used by controller, web client, test doubles and OpenAPI. */
export type Endpoint<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Response extends Shape = Shape,
> = {
  readonly method: Method;
  /** Below `/api/v1`, with `:name` for each parameter. */
  readonly path: string;
  readonly summary: string;
  readonly audience: Audience;
  readonly policy: Policy;
  /** The action written to the audit log when personal data of others is read or changed; else null. */
  readonly audit: AuditAction | null;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** `stream` marks an answer that is sent as bytes and not parsed (a stored document, a file). */
  readonly response: Response;
  readonly responseType: string;
  readonly status: 200 | 201 | 202 | 204;
  /** Refusals beyond those every endpoint may give (`invalid-request`, `signed-out`, `not-allowed`, `unexpected`). */
  readonly problems: readonly ProblemCode[];
};

/** No parameters, query, body or response. */
export const Nothing = z.object({});
export type Nothing = z.infer<typeof Nothing>;

type Declaration<P extends Shape, Q extends Shape, B extends Shape, R extends Shape> = Pick<
  Endpoint,
  'method' | 'path' | 'summary' | 'audience' | 'policy'
> &
  Partial<Pick<Endpoint, 'audit' | 'problems' | 'status' | 'responseType'>> & {
    params?: P;
    query?: Q;
    body?: B;
    response?: R;
  };

/** Fills what a declaration leaves out: no input, an empty answer, status 200, nothing audited. */
export function endpoint<
  P extends Shape = typeof Nothing,
  Q extends Shape = typeof Nothing,
  B extends Shape = typeof Nothing,
  R extends Shape = typeof Nothing,
>(declared: Declaration<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return {
    audit: null,
    problems: [],
    status: 200,
    responseType: 'application/json',
    params: Nothing as unknown as P,
    query: Nothing as unknown as Q,
    body: Nothing as unknown as B,
    response: Nothing as unknown as R,
    ...declared,
  };
}

export type ParamsOf<E> = E extends { params: infer S extends Shape } ? z.infer<S> : never;
export type QueryOf<E> = E extends { query: infer S extends Shape } ? z.infer<S> : never;
export type BodyOf<E> = E extends { body: infer S extends Shape } ? z.infer<S> : never;
export type ResponseOf<E> = E extends { response: infer S extends Shape } ? z.infer<S> : never;

/**
 * Header of a call that brings kept work: `<personId>/<organisationId>` of its owner. One browser has one session, and
 * another tab may have changed it since: the server then answers `stale` and takes nothing.
 */
export const SENT_FOR = 'rounds-for';

export const API_PREFIX = '/api/v1';
