import type { Endpoint } from '@rounds/contracts/endpoint';
import type { FieldFault } from '@rounds/contracts/problem';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../problems.ts';
import type { Input } from './call.ts';

/** Checks parameters, query and body by the endpoint's schemas. Lists every fault with its place. */
export function parseInput(endpoint: Endpoint, request: FastifyRequest): Input {
  refuseOtherTypes(request);
  const faults: FieldFault[] = [];
  const input = {
    params: parsePart('path', endpoint.params, request.params ?? {}, faults),
    query: parsePart('query', endpoint.query, request.query ?? {}, faults),
    body: parsePart('body', endpoint.body, request.body === undefined ? {} : request.body, faults),
  };
  if (faults.length > 0) {
    const malformedId = faults.every((fault) => fault.field.startsWith('path.'));
    if (malformedId) throw new Refusal('not-found', 'There is nothing at this address');
    throw new Refusal('invalid-request', 'Some of what was sent cannot be used', {
      detail: 'Mend the fields named and send it again.',
      faults,
    });
  }
  return input;
}

const JSON_TYPE = /^application\/json *(?:;|$)/i;

/** Forms and plain text are taken by pages of their own, never here. */
function refuseOtherTypes({ headers, body }: FastifyRequest): void {
  if (body === undefined || JSON_TYPE.test(headers['content-type'] ?? '')) return;
  throw new Refusal('unsupported-content-type', 'This content type is not taken', { detail: 'Send application/json.' });
}

function parsePart(part: string, schema: Endpoint['body'], value: unknown, faults: FieldFault[]): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    faults.push({
      field: [part === 'body' ? '' : part, ...issue.path].filter((step) => step !== '').join('.'),
      message: issue.message,
    });
  }
  return undefined;
}
