import type { FastifyRequest } from 'fastify';

/** Where a request came from, for the audit log and for counting failures. */
export type Caller = { address: string; userAgent: string; correlationId: string };

export function callerOf(request: FastifyRequest): Caller {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? '', correlationId: request.id };
}
