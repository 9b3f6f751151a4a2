import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@rounds/contracts/endpoint';
import { z } from 'zod';

type Schema = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  format?: string;
  minimum?: number;
  exclusiveMinimum?: number;
};

const BY_FORMAT: Record<string, () => string> = {
  uuid: randomUUID,
  date: () => '2026-09-01',
  'date-time': () => '2026-09-01T09:00:00+00:00',
  email: () => `${randomUUID()}@rounds.test`,
};

/** A body that an endpoint takes, made from its own schema: the required fields; `known` gives values by name. */
export function sampleBody(endpoint: Endpoint, known: Readonly<Record<string, unknown>> = {}): unknown {
  const schema = z.toJSONSchema(endpoint.body, { io: 'input', unrepresentable: 'any' }) as Schema;
  const body = sampleOf(schema, known);
  const parsed = endpoint.body.safeParse(body);
  if (!parsed.success) throw new Error(`No sample fits ${endpoint.method} ${endpoint.path}: ${parsed.error.message}`);
  return body;
}

function sampleOf(schema: Schema, known: Readonly<Record<string, unknown>>): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const variant = (schema.anyOf ?? schema.oneOf ?? schema.allOf)?.[0];
  if (variant !== undefined) return sampleOf(variant, known);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, known[name] ?? sampleOf(schema.properties?.[name] ?? {}, known)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, known));
    case 'string':
      return BY_FORMAT[schema.format ?? '']?.() ?? 'sample';
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
}
