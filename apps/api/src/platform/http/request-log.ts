import type { FastifyInstance } from 'fastify';
import type { Log } from '../log.ts';

/** One line a request: the route's pattern, never its ids or query, because those name people. */
export function logRequests(server: FastifyInstance, log: Log): void {
  if (!log.isLevelEnabled('info')) return;
  server.addHook('onResponse', async (request, reply) => {
    log.info({
      correlationId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    });
  });
}
