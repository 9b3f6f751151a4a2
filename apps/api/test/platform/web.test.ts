import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SERVER_PATHS } from '@rounds/contracts/server-paths';
import { isServerPath } from '@rounds/rules/is-server-path';
import { TestApp } from '../kit/test-app.ts';

const SCRIPT = 'console.log("Rounds");\n'.repeat(200);
const page = { accept: 'text/html', cookie: 'rounds=some-session' };

let app: TestApp;
let root: string;
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'rounds-web-'));
  const web = path.join(root, 'dist');
  mkdirSync(path.join(web, 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'secret.txt'), 'secret');
  writeFileSync(path.join(web, 'index.html'), '<!doctype html><title>Rounds</title>');
  writeFileSync(path.join(web, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(path.join(web, 'service-worker.js'), SCRIPT);
  writeFileSync(path.join(web, 'manifest.webmanifest'), '{}');
  writeFileSync(path.join(web, 'assets', 'main-abc.js'), SCRIPT);
  writeFileSync(path.join(web, 'assets', 'main-abc.js.br'), brotliCompressSync(SCRIPT));
  app = await TestApp.start({ webRoot: web });
});
afterAll(async () => {
  await app.stop();
  rmSync(root, { recursive: true });
});

describe('the web application', () => {
  it('sends hashed assets for ever, precompressed', async () => {
    const answer = await app.as().get('/assets/main-abc.js').set('accept-encoding', 'br').expect(200);
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(Number(answer.headers['content-length'])).toBe(brotliCompressSync(SCRIPT).length);
  });

  it('sends no header with a script that speaks of documents alone', async () => {
    const { headers } = await app.as().get('/assets/main-abc.js').expect(200);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(Object.keys(headers).filter((name) => /content-security|frame|opener/.test(name))).toEqual([]);
  });

  it('lets a browser keep the icon of every page for a day', async () => {
    const { headers } = await app.as().get('/mark.svg').expect(200);
    expect(headers['cache-control']).toBe('public, max-age=86400');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each(['/%', '/%ff', '/api/v1/person/me/%E0%A4%A'])(
    'refuses %s, which cannot be read, as any other',
    async (address) => {
      const { body } = await app
        .as()
        .get(address)
        .expect(404)
        .expect('content-type', /^application\/problem\+json/);
      expect(body).toMatchObject({ code: 'not-found', correlationId: expect.any(String) });
    },
  );

  it.each(['/', '/today', '/lead/records?q=x', '/no/such/page'])(
    'answers %s with its one document, fresh each time',
    async (address) => {
      const { text, headers } = await app.as().get(address).set(page).expect(200);
      expect(text).toContain('<title>Rounds</title>');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
    },
  );

  it.each([
    ['/', '/sign-in'],
    ['/lead/records?q=x', '/sign-in?next=%2Flead%2Frecords%3Fq%3Dx'],
  ])('sends a browser without a session from %s to sign in', async (address, to) => {
    await app.as().get(address).set({ accept: 'text/html' }).expect(302).expect('location', to);
  });

  it('leaves the pages that the server draws to the server, so that no kept document stands in for them', () => {
    const routes = app.nest.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    const tops = new Set([...routes.matchAll(/^[├└]── [/]?([^\s/(]*)/gm)].map(([, top]) => `/${top}`));
    const isFile = (top: string): boolean => top.includes('.') || top === '/assets' || top === '/*';
    expect([...tops].filter((top) => !isFile(top) && !isServerPath(top))).toEqual([]);
    expect(SERVER_PATHS.filter((own) => !tops.has(own))).toEqual([]);
  });

  it('answers an address of its own that is none with no document of the application', async () => {
    await app.as().get('/sign-in/nothing').set(page).expect(404);
  });

  it.each([
    ['/service-worker.js', /javascript/],
    ['/manifest.webmanifest', /manifest[+]json/],
  ])('sends %s fresh each time, also to nobody', async (address, type) => {
    const { headers } = await app.as().get(address).expect(200).expect('content-type', type);
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toContain("worker-src 'self'");
    expect(headers['content-security-policy']).toContain("manifest-src 'self'");
  });

  it.each(['/assets/gone.js', '/api/v1/nothing', '/api/nothing'])(
    'does not answer %s with the document',
    async (address) => {
      await app
        .as()
        .get(address)
        .set({ accept: '*/*' })
        .expect(404)
        .expect('content-type', /problem\+json/);
    },
  );

  it.each([
    '/assets/..%2f..%2fsecret.txt',
    '/..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/main-abc.js%00.txt',
  ])('does not leave its folder for %s', async (address) => {
    const { text } = await app.as().get(address).set({ accept: '*/*' });
    expect(text).not.toContain('secret\n');
    expect(text).not.toBe('secret');
  });
});
