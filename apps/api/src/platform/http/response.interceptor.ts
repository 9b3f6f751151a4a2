import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint } from '@rounds/contracts/endpoint';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { CursorSeal } from './cursor-seal.ts';
import { ENDPOINT } from './endpoint.decorator.ts';

/**
 * Parses every answer by the endpoint's response schema, so that nothing undeclared leaves. No browser keeps it: what it
 * says is somebody's own, and the device may be shared.
 */
@Injectable()
export class ResponseInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly cursors: CursorSeal,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (endpoint === undefined) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof SentAsIs) return undefined;
        void reply.header('cache-control', 'no-store');
        return this.cursors.sealAnswer(endpoint, endpoint.response.parse(answer ?? {}));
      }),
    );
  }
}

/** Returned by a controller that has sent stored bytes or a stream itself. */
export class SentAsIs {}
