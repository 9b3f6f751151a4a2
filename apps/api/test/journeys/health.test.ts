import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aMember, anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

describe('health', () => {
  it('is live and ready', async () => {
    await app.as().get('/api/health/live').expect(200, { status: 'live' });
    await app.as().get('/api/health/ready').expect(200, { status: 'ready' });
  });

  it('answers an unknown address with a problem', async () => {
    const { body } = await app
      .as()
      .get('/api/v1/nothing')
      .expect(404)
      .expect('content-type', /application\/problem\+json/);
    expect(body).toMatchObject({ status: 404, code: 'not-found', type: '/problems/not-found' });
  });
});

describe('row-level security', () => {
  it("hides another organisation's rows even from SQL that forgets to ask", async () => {
    const [ours, theirs] = await app.system(
      async (tx) => [await anOrganisation(tx), await anOrganisation(tx)] as const,
    );
    const mine = await aMember(app, ours);
    const other = await aMember(app, theirs);
    const seen = await app.db.read(mine, (tx) => tx.rows<{ person_id: string }>('SELECT person_id FROM membership'));
    expect(seen.map((row) => row.person_id)).toEqual([mine.personId]);
    const people = await app.db.read(mine, (tx) => tx.rows<{ id: string }>('SELECT id FROM person'));
    expect(people.map((row) => row.id)).not.toContain(other.personId);
  });
});
