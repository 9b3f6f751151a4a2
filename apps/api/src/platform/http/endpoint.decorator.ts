import { applyDecorators, Delete, Get, HttpCode, Patch, Post, Put, SetMetadata } from '@nestjs/common';
import { API_PREFIX, type Endpoint } from '@rounds/contracts/endpoint';

const METHOD = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete };

/** Metadata key under which a handler keeps its endpoint. */
export const ENDPOINT = 'rounds:endpoint';

/** Makes a controller method answer an endpoint: its route, its status, and the rules the wrapper enforces. */
export function Handles(endpoint: Endpoint): MethodDecorator {
  return applyDecorators(
    METHOD[endpoint.method](API_PREFIX + endpoint.path),
    HttpCode(endpoint.status),
    SetMetadata(ENDPOINT, endpoint),
  );
}
