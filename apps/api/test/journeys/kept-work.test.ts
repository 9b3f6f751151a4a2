import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPublishedVersion } from '../factories/content.ts';
import { aMember, type AMember, anOrganisation, aSession } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let owner: AMember;
let colleague: AMember;
let elsewhere: AMember;
let versionId: string;

beforeAll(async () => {
  app = await TestApp.start();
  const [trust, practice] = await app.system(
    async (tx) => [await anOrganisation(tx), await anOrganisation(tx)] as const,
  );
  owner = await aMember(app, trust);
  colleague = await aMember(app, trust);
  elsewhere = await aMember(app, practice, { personId: owner.personId });
  ({ versionId } = await aPublishedVersion(app));
});
afterAll(() => app.stop());

function send(token: string, sentFor: string) {
  const event = {
    id: randomUUID(),
    kind: 'module-opened',
    v: 1,
    deviceId: randomUUID(),
    seq: 1,
    at: app.clock.now().toISOString(),
    zone: 'Europe/London',
    versionId,
  };
  return app
    .as(token)
    .post('/api/v1/learner/events')
    .set('rounds-for', sentFor)
    .send({ events: [event] });
}
const ownersWork = (): string => `${owner.personId}/${owner.organisationId}`;
const kept = () => app.system((tx) => tx.rows('SELECT person_id, organisation_id FROM learner_event'));

describe('work kept on a device', () => {
  it('is not taken by the session of a colleague who signed in since', async () => {
    const { body } = await send(colleague.token, ownersWork()).expect(409);
    expect(body).toMatchObject({ code: 'stale' });
    expect(await kept()).toEqual([]);
  });

  it("is not taken by its owner's session in another organisation", async () => {
    await send(elsewhere.token, ownersWork()).expect(409);
    expect(await kept()).toEqual([]);
  });

  it('is taken once its owner is signed in there again', async () => {
    await send(await aSession(app, owner.personId, owner.organisationId), ownersWork()).expect(200);
    expect(await kept()).toEqual([{ person_id: owner.personId, organisation_id: owner.organisationId }]);
  });
});
