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

type Known = readonly [ProblemCode, string, string];

const NOT_JSON: Known = ['malformed-json', 'The body is not valid JSON', 'Send one JSON document.'];
const TOO_LARGE: Known = ['body-too-large', 'The body is too large', 'Send less at a time.'];
const WRONG_TYPE: Known = ['unsupported-content-type', 'This content type is not taken', 'Send application/json.'];
const NOTHING_THERE: Known = ['not-found', 'There is nothing at this address', 'Check the address.'];

/** Faults that Fastify finds before any controller, by its code. */
const BY_CODE: Record<string, Known> = {
  FST_ERR_CTP_INVALID_JSON_BODY: NOT_JSON,
  FST_ERR_CTP_EMPTY_JSON_BODY: NOT_JSON,
  FST_ERR_CTP_BODY_TOO_LARGE: TOO_LARGE,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: WRONG_TYPE,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'invalid-request',
    'The length sent does not fit the body',
    'Send the body whole.',
  ],
};

/** The same as Nest passes them on, by status. */
const BY_STATUS: Record<number, Known> = { 400: NOT_JSON, 404: NOTHING_THERE, 413: TOO_LARGE, 415: WRONG_TYPE };

export function asRefusal(fault: unknown): Refusal {
  if (fault instanceof Refusal) return fault;
  const known = BY_CODE[codeOf(fault)] ?? (fault instanceof HttpException ? BY_STATUS[fault.getStatus()] : undefined);
  if (known !== undefined) return new Refusal(known[0], known[1], { detail: known[2] });
  return new Refusal('unexpected', 'Something went wrong here', {
    detail: 'Nothing was changed. Try again; if it stays, give the number below to your administrator.',
  });
}

function codeOf(fault: unknown): string {
  return typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
}
