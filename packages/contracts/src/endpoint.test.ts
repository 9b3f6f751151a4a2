import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { endpoint, type Endpoint, Nothing } from './endpoint.ts';

const FILES = readdirSync(import.meta.dirname).filter((name) => /^[a-z-]+\.ts$/.test(name));

type Json = Record<string, unknown>;

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'response' in value;

const propertiesOf = (schema: z.ZodMiniType): string[] => Object.keys((toJson(schema)['properties'] as Json) ?? {});

function toJson(schema: z.ZodMiniType): Json {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
}

/** Where in a schema a string or a list may be of any length. */
function unlimited(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const node = schema as Json;
  const isBounded = ['maxLength', 'format', 'enum', 'const', 'pattern'].some((key) => key in node);
  const own = [
    ...(node['type'] === 'string' && !isBounded ? [`${at}: a string`] : []),
    ...(node['type'] === 'array' && !('maxItems' in node) ? [`${at}: a list`] : []),
  ];
  const inner = Object.entries(node).filter(([key]) => key !== 'propertyNames');
  return [...own, ...inner.flatMap(([key, value]) => unlimited(value, `${at}.${key}`))];
}

describe('all endpoints', () => {
  const all: [name: string, endpoint: Endpoint][] = [];
  beforeAll(async () => {
    for (const file of FILES) {
      const exported = Object.entries((await import(`./${file}`)) as object);
      for (const [name, value] of exported) if (isEndpoint(value)) all.push([`${file} ${name}`, value]);
    }
  });

  it('are found', () => expect(all.length).toBeGreaterThan(20));

  it('have an address each of their own', () => {
    const addresses = all.map(([, { method, path }]) => `${method} ${path.replace(/:[^/]+/g, ':')}`);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });

  it('declare the parameters of their path, and no others', () => {
    const wrong = all.filter(([, { path, params }]) => {
      const inPath = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => String(name));
      return inPath.toSorted().join() !== propertiesOf(params).toSorted().join();
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it('send no body with GET', () => {
    expect(all.filter(([, { method, body }]) => method === 'GET' && body !== Nothing).map(([name]) => name)).toEqual(
      [],
    );
  });

  it('limit every string and every list that a caller may send', () => {
    const faults = all.flatMap(([name, { params, query, body }]) => [
      ...unlimited(toJson(params), `${name} params`),
      ...unlimited(toJson(query), `${name} query`),
      ...unlimited(toJson(body), `${name} body`),
    ]);
    expect(faults).toEqual([]);
  });
});

describe('an endpoint', () => {
  it('takes nothing, answers nothing and audits nothing unless it is said', () => {
    const declared = endpoint({ method: 'GET', path: '/x', summary: 'X', audience: 'person', policy: 'member' });
    expect(declared).toMatchObject({ audit: null, problems: [], status: 200, responseType: 'application/json' });
    expect([declared.params, declared.query, declared.body, declared.response]).toEqual(Array(4).fill(Nothing));
  });
});
