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

describe('.env.example', () => {
  it('sees the settings of the API', () => assert.ok(ofApi.includes('DATABASE_URL') && ofApi.includes('PORT')));

  for (const name of [...ofApi, ...ofLauncher].filter((key) => !INTERNAL.includes(key))) {
    it(`documents ${name}`, () => assert.ok(documented.has(name)));
  }
  for (const name of documented) {
    it(`names ${name}, which exists`, () => assert.ok([...ofApi, ...ofLauncher].includes(name)));
  }
});
