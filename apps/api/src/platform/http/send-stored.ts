import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasAlready, takesBrotli } from './negotiate.ts';
import { SentAsIs } from './response.interceptor.ts';

/** Bytes that never change under their address. `brotli`: null for what is small enough as it is. */
export type Stored = { mediaType: string; etag: string; plain: Uint8Array; brotli: Uint8Array | null };

/** Belongs to the signed-in person's browser alone, for ever. */
const KEPT = 'private, max-age=31536000, immutable';
/** On a shared device the next person's cookie is another. */
const VARY = 'accept-encoding, cookie';

type Headers = Record<string, string | number>;

/**
 * Answers with stored bytes, or with 304 if the client has them. Writes to the socket itself: the hooks that would
 * compress an answer have nothing to do here.
 */
export function sendStored(request: FastifyRequest, reply: FastifyReply, stored: Stored, more: Headers = {}): SentAsIs {
  const compressed = takesBrotli(request.headers['accept-encoding']) ? stored.brotli : null;
  const bytes = compressed ?? stored.plain;
  const { raw } = reply.hijack();
  setHeaders(raw, { etag: stored.etag, 'cache-control': KEPT, vary: VARY, ...more });
  if (hasAlready(request.headers['if-none-match'], stored.etag)) {
    raw.writeHead(304).end();
    return new SentAsIs();
  }
  if (compressed !== null) raw.setHeader('content-encoding', 'br');
  setHeaders(raw, { 'content-type': stored.mediaType, 'content-length': bytes.length });
  raw.writeHead(200).end(bytes);
  return new SentAsIs();
}

function setHeaders(raw: ServerResponse, headers: Headers): void {
  for (const [name, value] of Object.entries(headers)) raw.setHeader(name, value);
}
