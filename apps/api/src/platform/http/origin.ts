import type { FastifyInstance } from 'fastify';
import { Refusal } from '../problems.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that another site's page sent. Browsers always send Origin with them; a client that sends
 * none is no browser and carries no ambient cookie.
 */
export function checkOrigins(server: FastifyInstance, publicUrl: string | null): void {
  const isOwn = publicUrl === null ? sentToItself : isExactly(new URL(publicUrl).origin);
  const where = publicUrl === null ? 'Rounds itself' : publicUrl;
  server.addHook('onRequest', async ({ method, headers: { origin, host } }) => {
    if (SAFE.has(method) || origin === undefined || isOwn(origin, host)) return;
    throw new Refusal('wrong-origin', 'This request came from another site', {
      detail: `Open ${where} and try again.`,
    });
  });
}

/** Scheme, host and port. The Host of the request says nothing then: whoever can name this server can choose it. */
function isExactly(own: string): (origin: string) => boolean {
  return (origin) => origin === own;
}

/** Without PUBLIC_URL nobody knows by which name, or whether over TLS, people come: the page must name the same host. */
function sentToItself(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host !== '' && new URL(origin).host === host;
}
