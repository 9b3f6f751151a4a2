import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SENT_FOR } from '@rounds/contracts/endpoint';
import type { Preferences } from '@rounds/contracts/preferences';
import { type AMember, aMember, type AnOrganisation, anOrganisation, aSession } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let [northgate, fellside]: AnOrganisation[] = [];

beforeAll(async () => {
  app = await TestApp.start();
  [northgate, fellside] = await app.system(async (tx) => [await anOrganisation(tx), await anOrganisation(tx)]);
});
afterAll(() => app.stop());

const minutesOn = (minutes: number): string => new Date(app.clock.now().getTime() + minutes * 60_000).toISOString();
const change = (token: string, wanted: object, changedAt = minutesOn(0)) =>
  app
    .as(token)
    .put('/api/v1/person/preferences')
    .send({ ...wanted, changedAt });
const kept = async (token: string): Promise<Preferences | undefined> =>
  (await app.as(token).get('/api/v1/person/me').expect(200)).body.preferences;

const ALL = { text: 'largest', spacing: 'wide', theme: 'contrast', motion: 'none' };

describe('how Rounds looks', () => {
  it('is nothing to speak of before it is changed, and again when all is as usual', async () => {
    const { token } = await aMember(app, northgate!);
    expect(await kept(token)).toBeUndefined();
    await change(token, ALL).expect(200, ALL);
    expect(await kept(token)).toEqual(ALL);
    await change(token, {}).expect(200, {});
    expect(await kept(token)).toBeUndefined();
  });

  it('follows the person to another device and organisation', async () => {
    const { token, personId } = await aMember(app, northgate!);
    await change(token, { text: 'larger' }).expect(200);
    await aMember(app, fellside!, { personId });
    expect(await kept(await aSession(app, personId, fellside!.organisationId))).toEqual({ text: 'larger' });
  });

  it('of another person is another', async () => {
    const [mine, theirs] = [await aMember(app, northgate!), await aMember(app, northgate!)];
    await change(mine.token, { theme: 'dark' }).expect(200);
    expect(await kept(theirs.token)).toBeUndefined();
  });

  it('is that of the newest change, in whatever order they come', async () => {
    const { token } = await aMember(app, northgate!);
    await change(token, { theme: 'dark' }, minutesOn(-5)).expect(200);
    await change(token, { theme: 'light' }, minutesOn(-10)).expect(200, { theme: 'dark' });
    await change(token, { motion: 'none' }, minutesOn(-1)).expect(200, { motion: 'none' });
    expect(await kept(token)).toEqual({ motion: 'none' });
  });

  it('can be changed after a device whose clock is ahead', async () => {
    const { token } = await aMember(app, northgate!);
    await change(token, { theme: 'dark' }, minutesOn(60 * 24)).expect(200);
    app.clock.forward(1);
    await change(token, { theme: 'light' }).expect(200, { theme: 'light' });
  });

  it.each([{ text: 'huge' }, { spacing: 'usual' }, { theme: 'device' }, { motion: 'some' }])(
    'is never %j',
    async (wanted) => {
      const { token } = await aMember(app, northgate!);
      await change(token, wanted).expect(400);
      expect(await kept(token)).toBeUndefined();
    },
  );

  it('is not changed from the page of somebody who was signed in before', async () => {
    const [before, now] = [await aMember(app, northgate!), await aMember(app, northgate!)];
    const owner = `${before.personId}/${before.organisationId}`;
    await change(now.token, ALL).set(SENT_FOR, owner).expect(409);
    expect(await kept(now.token)).toBeUndefined();
  });
});

describe('the database', () => {
  const asActor = (actor: AMember, sql: string, values: string[]): Promise<object[]> =>
    app.db.transaction(actor, (tx) => tx.rows(sql, values));

  it('shows nobody the row of another person, and lets nobody write it', async () => {
    const [owner, other] = [await aMember(app, northgate!), await aMember(app, northgate!)];
    await change(owner.token, ALL).expect(200);
    const of = [owner.personId];
    expect(await asActor(owner, 'SELECT 1 FROM person_preference WHERE person_id = $1', of)).toHaveLength(1);
    expect(await asActor(other, 'SELECT 1 FROM person_preference WHERE person_id = $1', of)).toEqual([]);
    await asActor(other, 'UPDATE person_preference SET theme = NULL WHERE person_id = $1', of);
    expect(await kept(owner.token)).toEqual(ALL);
    const third = await aMember(app, northgate!);
    const writing = asActor(other, 'INSERT INTO person_preference (person_id, changed_at) VALUES ($1, now())', [
      third.personId,
    ]);
    await expect(writing).rejects.toThrow('row-level security');
  });
});
