import { existsSync } from 'node:fs';
import path from 'node:path';
import { isServerPath } from '@rounds/rules/is-server-path';
import compress from '@fastify/compress';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { constants } from 'node:zlib';
import { tokenOf } from '../auth/cookie.ts';
import { nothingThere } from './nothing-there.ts';

/** Below this many bytes a compressed answer is hardly smaller. */
const COMPRESS_FROM = 1200;

/** Compresses answers made on the fly: Brotli at a quality that costs little. Stored bytes come compressed already. */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  await server.register(compress, {
    threshold: COMPRESS_FROM,
    // No client sends compressed bodies, and a small one could unfold to a huge one.
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
}

/**
 * Serves the built web application: hashed assets for ever, from their precompressed files; every other page address
 * gets the one document, and the router in it decides.
 */
export async function serveWeb(server: FastifyInstance, root: string, secure: boolean): Promise<void> {
  if (!existsSync(path.join(root, 'index.html'))) return;
  await server.register(serveStatic, {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, file) {
      void reply.header('cache-control', cachingOf(file));
    },
  });
  server.get('/*', (request, reply) => page(request, reply, secure));
}

/** What has a hash in its name never changes; the icon seldom; the document and the worker may with every build. */
function cachingOf(file: string): string {
  if (file.includes(`${path.sep}assets${path.sep}`)) return 'public, max-age=31536000, immutable';
  return path.basename(file).startsWith('mark.svg') ? 'public, max-age=86400' : 'no-cache';
}

/** Without a session there is nothing to show but the sign-in form, which weighs far less than the application. */
function page(request: FastifyRequest, reply: FastifyReply, secure: boolean): FastifyReply {
  const [asked = ''] = request.url.split('?');
  const wantsPage = !isServerPath(asked) && (request.headers.accept ?? '').includes('text/html');
  if (wantsPage && tokenOf(request, secure) === null) return reply.redirect(signInAddress(request.url));
  if (wantsPage) return reply.sendFile('index.html');
  return nothingThere(request, reply);
}

function signInAddress(asked: string): string {
  return asked === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(asked)}`;
}
