import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { installStamp } from './install.mjs';

describe('the stamp of an install', () => {
  let root;
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'rounds-install-'));
    write('pnpm-lock.yaml', 'lock');
    write('package.json', '{}');
    write('apps/api/package.json', '{}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('stays the same while nothing that decides the packages changes', () => {
    const stamp = installStamp(root);
    write('apps/api/src/main.ts', 'changed');
    assert.equal(installStamp(root), stamp);
  });
  for (const file of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    'apps/api/package.json',
    'packages/new/package.json',
  ]) {
    it(`changes with ${file}`, () => {
      const stamp = installStamp(root);
      write(file, 'changed');
      assert.notEqual(installStamp(root), stamp);
    });
  }
});
