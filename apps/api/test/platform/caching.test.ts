import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPublishedVersion } from '../factories/content.ts';
import { aMember, type AMember, anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let member: AMember;
beforeAll(async () => {
  app = await TestApp.start();
  member = await aMember(app, await app.system((tx) => anOrganisation(tx)));
});
afterAll(() => app.stop());

describe('what a browser keeps', () => {
  it.each(['/person/me', '/person/sessions', '/learner/today', '/learner/cpd-record', '/learner/modules'])(
    'is no answer of %s: the device may be shared',
    async (path) => {
      await app.as(member.token).get(`/api/v1${path}`).expect(200).expect('cache-control', 'no-store');
    },
  );

  it('is no refusal', async () => {
    await app.as().get('/api/v1/person/me').expect(401).expect('cache-control', 'no-store');
  });

  it('is a learner document, which never changes, for this session alone', async () => {
    const { versionId } = await aPublishedVersion(app);
    const { headers } = await app.as(member.token).get(`/api/v1/learner/versions/${versionId}/document`).expect(200);
    expect(headers['cache-control']).toBe('private, max-age=31536000, immutable');
    expect(headers['vary']).toContain('cookie');
  });
});
