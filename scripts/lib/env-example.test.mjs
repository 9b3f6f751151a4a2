import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from './paths.mjs';

const read = (file) => readFileSync(path.join(ROOT, file), 'utf8');
const documented = new Set([...read('.env.example').matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name));
/** Settings of the API: the keys of its schema. */
const ofApi = [...read('apps/api/src/platform/config.ts').matchAll(/^ {4}([A-Z][A-Z_]+): /gm)].map(([, name]) => name);
const ofLauncher = ['DEMO_HISTORY', 'ROUNDS_STATE_DIR', 'CHROMIUM_PATH'];
/** Passed from the launcher to the API. */
const INTERNAL = ['ROUNDS_EMBEDDED_URL'];

const compose = read('docker/compose.yaml');
const ofCompose = [...new Set([...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name))];
/** Given by the image and the compose file themselves, or for demos, which compose does not run. */
const NOT_IN_COMPOSE = ['HOST', 'DATABASE_URL', 'DEMO', 'DEMO_ANCHOR', 'WEB_ROOT', 'CONTENT_ROOT', ...INTERNAL];

describe('.env.example', () => {
  it('sees the settings of the API', () => assert.ok(ofApi.includes('DATABASE_URL') && ofApi.includes('PORT')));

  for (const name of [...ofApi, ...ofLauncher].filter((key) => !INTERNAL.includes(key))) {
    it(`documents ${name}`, () => assert.ok(documented.has(name)));
  }
  for (const name of documented) {
    it(`names ${name}, which exists`, () => assert.ok([...ofApi, ...ofLauncher, ...ofCompose].includes(name)));
  }
});

describe('docker/compose.yaml', () => {
  for (const name of ofApi.filter((key) => !NOT_IN_COMPOSE.includes(key))) {
    it(`passes on ${name}`, () => assert.ok(ofCompose.includes(name)));
  }
  for (const name of ofCompose) {
    it(`reads ${name}, which .env.example documents`, () => assert.ok(documented.has(name)));
  }
});
