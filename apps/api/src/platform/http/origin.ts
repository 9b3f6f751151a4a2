import type { FastifyInstance } from 'fastify';
import { Refusal } from '../problems.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that another site's page sent. Browsers always send Origin with them; a client that sends
 * none is no browser and carries no ambient cookie.
 */
export function checkOrigins(server: FastifyInstance, publicUrl: string | null): void {
  const own = publicUrl === null ? null : new URL(publicUrl).host;
  server.addHook('onRequest', async (request) => {
    if (SAFE.has(request.method)) return;
    const { origin } = request.headers;
    if (origin === undefined) return;
    const host = URL.canParse(origin) ? new URL(origin).host : null;
    if (host !== null && (host === request.headers.host || host === own)) return;
    throw new Refusal('wrong-origin', 'This request came from another site', {
      detail: 'Open Rounds itself and try again.',
    });
  });
}
