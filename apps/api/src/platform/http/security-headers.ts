import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { fastify, type FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/** Headers of any answer, which are not helmet's. */
const NOT_HELMETS = new Set(['content-length', 'content-type', 'connection', 'date']);

/** What still says something about a script or style sheet that a page asked for. */
const FOR_PARTS = new Set([
  'cross-origin-resource-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
]);

/** Built scripts and styles, which are never a document or a worker of their own. */
const isPart = (url = ''): boolean => /^\/assets\/[^?]+\.(js|css)$/.test(url);

/**
 * Sends helmet's headers with every answer. They are the same for all, so helmet makes them once, at the start. The
 * parts of the program go without those that speak of documents: half a kilobyte each, on the way to the first card.
 */
export async function sendSecurityHeaders(server: FastifyInstance, config: Config): Promise<void> {
  const probe = fastify();
  await probe.register(helmet, helmetOptions(config));
  probe.get('/', async () => '');
  const { headers } = await probe.inject('/');
  await probe.close();
  const sent = Object.entries(headers).flatMap(([name, value]) =>
    NOT_HELMETS.has(name) ? [] : [[name, String(value)] as const],
  );
  const sentWithParts = sent.filter(([name]) => FOR_PARTS.has(name));
  server.addHook('onRequest', ({ url }, reply, done) => {
    for (const [name, value] of isPart(url) ? sentWithParts : sent) reply.raw.setHeader(name, value);
    done();
  });
}

/** A policy that allows no inline script or style and nothing from other hosts. */
function helmetOptions(config: Config): FastifyHelmetOptions {
  const secure = config.secure;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  };
}
