import { API_PREFIX, type Endpoint } from '@rounds/contracts/endpoint';
import { Problem, type ProblemCode } from '@rounds/contracts/problem';
import { z } from 'zod';
import { STATUS_OF } from '../problems.ts';

type Schema = Record<string, unknown>;
type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: Schema };

/** OpenAPI 3.1 of a set of endpoints; pure, so that the document is the endpoints' declaration and nothing else. */
export function openapiDocument(endpoints: readonly Endpoint[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpoints) {
    const path = API_PREFIX + endpoint.path.replace(/:([a-zA-Z]+)/g, '{$1}');
    (paths[path] ??= {})[endpoint.method.toLowerCase()] = operation(endpoint);
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Rounds', version, description: 'Learning, quizzes and CPD records for clinicians.' },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'rounds' } },
    },
  };
}

function operation(endpoint: Endpoint): object {
  const body = schemaOf(endpoint.body, 'input');
  const takesBody = Object.keys((body['properties'] as object | undefined) ?? {}).length > 0 || !('properties' in body);
  return {
    operationId: `${endpoint.method.toLowerCase()}${endpoint.path.replace(/[^a-zA-Z]+([a-zA-Z])/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: endpoint.summary,
    tags: [endpoint.audience],
    description: describePolicy(endpoint),
    security: endpoint.policy === 'anyone' ? [] : [{ session: [] }],
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(takesBody ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: responses(endpoint),
  };
}

function describePolicy({ policy, audit }: Endpoint): string {
  const who =
    typeof policy === 'string'
      ? {
          anyone: 'Anyone may call.',
          'signed-in': 'Anyone signed in may call.',
          member: 'Any signed-in member may call.',
        }[policy]
      : `Roles: ${policy.join(', ')}.`;
  return audit === null ? who : `${who} Written to the audit log as \`${audit}\`.`;
}

function parameters(schema: Endpoint['params'], place: 'path' | 'query'): Parameter[] {
  const object = schemaOf(schema, 'input');
  const properties = Object.entries((object['properties'] as Record<string, Schema> | undefined) ?? {});
  const required = new Set((object['required'] as string[] | undefined) ?? []);
  return properties.map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: property,
  }));
}

function responses(endpoint: Endpoint): Record<string, object> {
  const problems: ProblemCode[] = [
    'invalid-request',
    ...(endpoint.policy === 'anyone' ? [] : (['signed-out', 'not-allowed'] as const)),
    ...endpoint.problems,
    'unexpected',
  ];
  const byStatus = Map.groupBy(problems, (code) => STATUS_OF[code]);
  const refused = [...byStatus].map(([status, codes]) => [
    String(status),
    {
      description: [...new Set(codes)].join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  const json = endpoint.responseType === 'application/json';
  const answer = { [endpoint.responseType]: { schema: json ? schemaOf(endpoint.response, 'output') : {} } };
  return {
    [String(endpoint.status)]: {
      description: endpoint.summary,
      ...(endpoint.status === 204 ? {} : { content: answer }),
    },
    ...Object.fromEntries(refused),
  };
}

function schemaOf(schema: Endpoint['body'], io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
}
