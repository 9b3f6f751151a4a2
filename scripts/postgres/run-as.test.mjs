import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { postgresUser } from './run-as.mjs';

const ROOT_LINE = 'root:x:0:0:root:/root:/bin/bash';
const NOBODY = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin';
const POSTGRES = 'postgres:x:101:104::/var/lib/postgresql:/bin/bash';
const asRoot = (...lines) => postgresUser({ uid: 0, passwd: () => lines.join('\n') });

describe('whom PostgreSQL runs as', () => {
  it('is ourselves, unless we are root', () => assert.deepEqual(postgresUser({ uid: 1000 }), {}));
  it('is postgres for root', () => assert.deepEqual(asRoot(ROOT_LINE, NOBODY, POSTGRES), { uid: 101, gid: 104 }));
  it('is nobody where there is no postgres', () =>
    assert.deepEqual(asRoot(ROOT_LINE, NOBODY), { uid: 65534, gid: 65534 }));
  it('is never another name for root', () => {
    assert.throws(() => asRoot('postgres:x:0:0::/:/bin/sh'), /does not run as root/);
  });
});
