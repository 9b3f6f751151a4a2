import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { BodyOf, Endpoint, ParamsOf, QueryOf } from '@rounds/contracts/endpoint';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '../auth/sessions.ts';

/** What the guard found out about a request. */
export type RoundsRequest = FastifyRequest & { signedIn?: SignedIn | null; input?: Input };
export type Input = { params: unknown; query: unknown; body: unknown };

/** A checked call of an endpoint. `actor` is there for 'member' and roles, `signedIn` for 'signed-in' too. */
export type CallOf<E extends Endpoint> = {
  actor: Actor;
  signedIn: SignedIn | null;
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  request: RoundsRequest;
  reply: FastifyReply;
};

/** The checked call, as a controller's only parameter. */
export const Call = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const http = context.switchToHttp();
  const request = http.getRequest<RoundsRequest>();
  return {
    ...request.input,
    actor: request.signedIn?.actor,
    signedIn: request.signedIn ?? null,
    request,
    reply: http.getResponse<FastifyReply>(),
  };
});
