import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AuditAction } from '@rounds/contracts/audit-action';
import type { Endpoint } from '@rounds/contracts/endpoint';
import { from, mergeMap, type Observable } from 'rxjs';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../clock.ts';
import { Db } from '../db.ts';
import type { RoundsRequest } from './call.ts';
import { ENDPOINT } from './endpoint.decorator.ts';

type Values = Record<string, unknown>;

/**
 * Writes every audited read into the audit log before its answer leaves: an answer that cannot be audited is not given.
 * Changes and files write entries of their own, in their own transactions. Outermost of the interceptors, so that a
 * refused read leaves no entry.
 */
@Injectable()
export class AuditReadsInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (endpoint === undefined || !isAuditedRead(endpoint)) return next.handle();
    const request = context.switchToHttp().getRequest<RoundsRequest>();
    return next
      .handle()
      .pipe(mergeMap((answer: unknown) => from(this.write(endpoint.audit, request).then(() => answer))));
  }

  private async write(action: AuditAction, request: RoundsRequest): Promise<void> {
    const actor = request.signedIn?.actor;
    if (actor === undefined || actor === null) throw new Error('An audited read needs an actor');
    const params = valuesOf(request.input?.params);
    const { cursor, q, ...query } = valuesOf(request.input?.query);
    await this.db.transaction(actor, (tx) =>
      this.audit.add(tx, {
        at: this.clock.now(),
        action,
        actorPersonId: actor.personId,
        organisationId: actor.organisationId,
        unitId: actor.postUnitIds[0] ?? null,
        subjectPersonId: typeof params['personId'] === 'string' ? params['personId'] : null,
        // A cursor holds a row of the answer, and words looked for are names: that they were there is enough.
        detail: {
          ...params,
          ...query,
          ...(q !== undefined && { words: true }),
          ...(cursor !== undefined && { furtherPage: true }),
        },
        sourceAddress: request.ip,
        correlationId: request.id,
      }),
    );
  }
}

function isAuditedRead(endpoint: Endpoint): endpoint is Endpoint & { audit: AuditAction } {
  return endpoint.method === 'GET' && endpoint.audit !== null && endpoint.responseType === 'application/json';
}

function valuesOf(part: unknown): Values {
  return typeof part === 'object' && part !== null ? { ...part } : {};
}
