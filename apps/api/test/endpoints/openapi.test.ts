import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { OpenapiController } from '../../src/platform/openapi/openapi.controller.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1 by a public validator', async () => {
    const { body } = await app.as().get('/api/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.1');
    const validator = new Validator();
    const { valid, errors } = await validator.validate(body);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it('names each operation once', async () => {
    const { body } = await app.as().get('/api/openapi.json').expect(200);
    const operations = Object.values<Record<string, { operationId: string }>>(body.paths).flatMap((path) =>
      Object.values(path),
    );
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is written once, because anybody may ask for it', () => {
    const controller = app.nest.get(OpenapiController);
    expect(controller.document()).toBe(controller.document());
  });

  it('can be read as a page', async () => {
    const { text } = await app
      .as()
      .get('/api/docs')
      .expect(200)
      .expect('content-type', /text\/html/);
    expect(text).toContain('<h1>The Rounds API</h1>');
    expect(text).toContain('<summary>Body</summary>');
  });
});
