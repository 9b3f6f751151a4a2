import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../problems.ts';
import { problemOf } from './problem.filter.ts';

/** Refuses an address before any controller, as the filter would after one. */
export function nothingThere(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const missing = new Refusal('not-found', 'There is nothing at this address');
  return reply
    .status(404)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(missing, request.id)));
}
