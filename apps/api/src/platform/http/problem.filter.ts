import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { Problem, ProblemCode } from '@rounds/contracts/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG, type Log, redacted } from '../log.ts';
import { Refusal, STATUS_OF } from '../problems.ts';

/** Turns whatever was thrown into an RFC 9457 problem. Only refusals say more than a correlation id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const correlationId = typeof request.id === 'string' ? request.id : randomUUID();
    const refusal = asRefusal(fault);
    if (refusal.code === 'unexpected') this.log.error({ correlationId, fault: redacted(fault) }, 'unexpected fault');
    if (reply.sent) return;
    if (refusal.more.retryAfterSeconds !== undefined) void reply.header('retry-after', refusal.more.retryAfterSeconds);
    void reply
      .status(STATUS_OF[refusal.code])
      .header('content-type', 'application/problem+json')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problemOf(refusal, correlationId)));
  }
}

export function problemOf(refusal: Refusal, correlationId: string): Problem {
  const { detail, faults } = refusal.more;
  return {
    type: `/problems/${refusal.code}`,
    title: refusal.message,
    status: STATUS_OF[refusal.code],
    code: refusal.code,
    ...(detail === undefined ? {} : { detail }),
    ...(faults === undefined ? {} : { faults }),
    correlationId,
  };
}

const FASTIFY: Record<string, [ProblemCode, string, string]> = {
  FST_ERR_CTP_INVALID_JSON_BODY: ['malformed-json', 'The body is not valid JSON', 'Send one JSON document.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['malformed-json', 'The body is empty', 'Send one JSON document.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', 'The body is too large', 'Send less at a time.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-content-type', 'This content type is not taken', 'Send application/json.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['invalid-request', 'The length sent does not fit the body', 'Send the body whole.'],
};

export function asRefusal(fault: unknown): Refusal {
  if (fault instanceof Refusal) return fault;
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
  const known = FASTIFY[code];
  if (known !== undefined) return new Refusal(known[0], known[1], { detail: known[2] });
  if (fault instanceof SyntaxError && 'statusCode' in fault) return new Refusal('malformed-json', 'The body is not valid JSON', { detail: 'Send one JSON document.' });
  if (fault instanceof HttpException && fault.getStatus() === 404) return new Refusal('not-found', 'There is nothing at this address');
  if (fault instanceof HttpException && fault.getStatus() === 400) return new Refusal('malformed-json', 'The body is not valid JSON', { detail: 'Send one JSON document.' });
  return new Refusal('unexpected', 'Something went wrong here', { detail: 'Nothing was changed. Try again; if it stays, give the number below to your administrator.' });
}
