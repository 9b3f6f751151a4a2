import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeviceKey } from '@rounds/contracts/device-key';
import { ServerSecrets } from '../../src/platform/secrets/server-secrets.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation, aSession } from '../factories/identity.ts';
import { asOwner } from '../kit/database.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let [northgate, fellside]: AnOrganisation[] = [];
let learner: AMember;

beforeAll(async () => {
  app = await TestApp.start();
  [northgate, fellside] = await app.system(async (tx) => [await anOrganisation(tx), await anOrganisation(tx)]);
  learner = await aMember(app, northgate!);
});
afterAll(() => app.stop());

const ask = (token: string) => app.as(token).get('/api/v1/person/device-key');
const keyOf = async ({ token }: AMember): Promise<DeviceKey> => (await ask(token).expect(200)).body;

describe('the key of a device', () => {
  it('is the person’s, whenever and wherever they ask', async () => {
    const first = await keyOf(learner);
    expect(Buffer.from(first.key, 'base64url')).toHaveLength(32);
    app.clock.forward(60 * 24 * 400);
    await aMember(app, fellside!, { personId: learner.personId });
    const elsewhere = await aSession(app, learner.personId, fellside!.organisationId);
    expect(await keyOf({ ...learner, token: elsewhere })).toEqual(first);
  });

  it('of another person is another, and so is its id', async () => {
    const [mine, theirs] = [await keyOf(learner), await keyOf(await aMember(app, northgate!))];
    expect(theirs.key).not.toBe(mine.key);
    expect(theirs.keyId).not.toBe(mine.keyId);
    expect(theirs.handIn).toEqual(mine.handIn);
  });

  it('is not in its id', async () => {
    const { key, keyId } = await keyOf(learner);
    expect(key).not.toContain(keyId.split('.')[1]);
  });

  it('is kept by no browser', async () => {
    const { headers } = await ask(learner.token).expect(200);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('is not given to a person who is suspended', async () => {
    const suspended = await aMember(app, northgate!);
    await app.system((tx) =>
      tx.rows('UPDATE membership SET suspended_at = $2 WHERE person_id = $1', [suspended.personId, app.clock.now()]),
    );
    await ask(suspended.token).expect(401);
  });

  it('comes with a public key that a browser can seal to', async () => {
    const { handIn } = await keyOf(learner);
    const spki = Buffer.from(handIn.publicKey, 'base64url');
    const key = await crypto.subtle.importKey('spki', spki, { name: 'ECDH', namedCurve: 'P-256' }, true, []);
    expect(key.type).toBe('public');
    expect(handIn.keyId).toBe(app.nest.get(ServerSecrets).sealingKey.keyId);
  });
});

describe('two first starts at once', () => {
  it('agree on the same secrets', async () => {
    await asOwner(
      app,
      'ALTER TABLE server_secret DISABLE TRIGGER keep_rows; DELETE FROM server_secret; ALTER TABLE server_secret ENABLE TRIGGER keep_rows',
    );
    const starts = Array.from({ length: 4 }, () => new ServerSecrets(app.db, app.clock));
    await Promise.all(starts.map((start) => start.onModuleInit()));
    const purpose = randomUUID();
    const derived = starts.map((one) => one.derive(purpose, 32).toString('hex'));
    expect(new Set(derived).size).toBe(1);
    expect(new Set(starts.map(({ sealingKey }) => sealingKey.keyId)).size).toBe(1);
  });
});
