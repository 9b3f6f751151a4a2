import { describe, expect, test } from '@jest/globals';
import { isServerPath } from './is-server-path.ts';

describe('who answers at a page address', () => {
  test.each([
    '/api',
    '/api/docs',
    '/api/v1/person/me',
    '/sign-in',
    '/sign-in/organisation',
    '/join/code',
    '/demo/mailbox',
  ])('the server at %s', (path) => expect(isServerPath(path)).toBe(true));

  test.each(['/', '/today', '/joinery', '/sign-in-again', '/apiary', '/read/api', '/demonstration'])(
    'the web application at %s',
    (path) => expect(isServerPath(path)).toBe(false),
  );
});
