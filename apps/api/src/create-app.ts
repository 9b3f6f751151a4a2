import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { API_PREFIX } from '@rounds/contracts/endpoint';
import { HAND_IN_BYTES, handIn } from '@rounds/contracts/hand-in';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.ts';
import { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { LOG, type Log } from './platform/log.ts';
import { nothingThere } from './platform/http/nothing-there.ts';
import { logRequests } from './platform/http/request-log.ts';
import { OnceAdapter } from './platform/http/once-adapter.ts';
import { checkOrigins } from './platform/http/origin.ts';
import { sendSecurityHeaders } from './platform/http/security-headers.ts';
import { compressAnswers, serveWeb } from './platform/http/web.ts';

/** Largest body taken, in bytes: a batch of 200 events with long notes stays well below. */
const BODY_LIMIT = 1_000_000;
/** What takes more, by path. */
const LARGER: ReadonlyMap<string, number> = new Map([[API_PREFIX + handIn.path, HAND_IN_BYTES]]);

/** The whole application, wired and ready to listen; tests inject requests into the same one. */
export async function createApp(config: Config, clock = new Clock()): Promise<NestFastifyApplication> {
  const adapter = new OnceAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustedProxies.length === 0 ? false : config.trustedProxies,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be decoded.
    frameworkErrors: (_: unknown, request: FastifyRequest, reply: FastifyReply) => void nothingThere(request, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(config, clock), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const server = adapter.getInstance();
  server.addHook('onRoute', (route) => {
    const larger = LARGER.get(route.url);
    if (larger !== undefined) route.bodyLimit = larger;
  });
  await sendSecurityHeaders(server, config);
  checkOrigins(server, config.publicUrl);
  logRequests(server, app.get<Log>(LOG));
  await compressAnswers(server);
  if (config.webRoot !== null) await serveWeb(server, config.webRoot, config.secure);
  await app.init();
  await server.ready();
  return app;
}
