import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { bootstrapFault, taskNode } from './node-version.mjs';

describe('the Node that bootstraps', () => {
  for (const version of ['20.19.0', '20.20.2', '22.0.0', '26.1.0']) {
    it(`may be ${version}`, () => assert.equal(bootstrapFault(version), undefined));
  }
  for (const version of ['18.20.0', '20.18.3']) {
    it(`may not be ${version}, and the message names both`, () => {
      assert.match(bootstrapFault(version), /20\.19/);
      assert.ok(bootstrapFault(version).includes(version));
    });
  }
});

describe('the Node that runs the tasks', () => {
  let root;
  const system = (over) => ({
    platform: 'linux',
    arch: process.arch,
    versions: { node: '20.19.0' },
    execPath: '/own',
    ...over,
  });
  before(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'rounds-node-'));
    const bin = path.join(root, 'node_modules', `node-linux-${process.arch}`, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(path.join(bin, 'node'), '');
  });
  after(() => rmSync(root, { recursive: true }));

  it('is the pinned one where it is installed, however new our own', () => {
    const found = taskNode(root, system({ versions: { node: '26.0.0' } }));
    assert.match(found.path, /node-linux-.*bin\/node$/);
  });
  it('is our own elsewhere, if it is new enough', () => {
    assert.equal(taskNode(root, system({ platform: 'darwin', versions: { node: '24.0.0' } })).path, '/own');
  });
  it('is a fault that says what to install, if it is not', () => {
    assert.match(taskNode(root, system({ platform: 'darwin', versions: { node: '23.9.0' } })).fault, /Install Node 24/);
  });
});
