import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
