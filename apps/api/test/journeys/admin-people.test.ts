import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listPeople, type PersonDetail, type PersonSummary } from '@rounds/contracts/people';
import { CursorSeal } from '../../src/platform/http/cursor-seal.ts';
import { aMember, anOrganisation, aPassword } from '../factories/identity.ts';
import { type ATrust, aTrust, auditOf } from '../factories/trust.ts';
import { ascending } from '../kit/ascending.ts';
import { NAUGHTY } from '../kit/naughty.ts';
import { TestApp } from '../kit/test-app.ts';

const PEOPLE = '/api/v1/admin/people';
let app: TestApp;
let trust: ATrust;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T09:00:00Z');
  trust = await aTrust(app);
});

const post = (overrides: object = {}) => ({
  unitId: trust.ward,
  title: 'Ward nurse',
  staffGroup: 'Nursing',
  startsOn: '2026-09-01',
  ...overrides,
});
const aNew = (overrides: object = {}) => ({
  givenName: 'Ines',
  familyName: 'Ivy',
  email: `${randomUUID()}@trust.test`,
  post: post(),
  ...overrides,
});
const add = (body: object, token = trust.admin.token) => app.as(token).post(PEOPLE).send(body);
const page = async (
  query = '',
  token = trust.admin.token,
): Promise<{ people: PersonSummary[]; nextCursor: string | null }> =>
  (await app.as(token).get(`${PEOPLE}${query}`).expect(200)).body;
const sealed = (cursor: string): string => app.nest.get(CursorSeal).seal(listPeople, cursor);
const names = async (query = '', token = trust.admin.token) =>
  (await page(query, token)).people.map(({ familyName }) => familyName);
const read = async (personId: string, token = trust.admin.token): Promise<PersonDetail> =>
  (await app.as(token).get(`${PEOPLE}/${personId}`).expect(200)).body;

describe('the list of people', () => {
  it('names everybody of the organisation, by family name', async () => {
    const { people } = await page();
    expect(people.map(({ familyName }) => familyName)).toEqual(['Ashdown', 'Clover', 'Heather', 'Nettle']);
    expect(people[3]).toEqual({
      personId: trust.nurse.personId,
      givenName: 'Nell',
      familyName: 'Nettle',
      email: `${trust.nurse.personId}@rounds.test`,
      staffNumber: null,
      postTitle: 'Ward nurse',
      unit: 'Ward',
      roles: [],
      state: 'no-sign-in',
    });
    expect(people[0]?.roles).toEqual(['administrator']);
  });

  it('sorts as people sort names, whatever the case and accents', async () => {
    for (const familyName of ['Éclair', 'eden', 'Zaïre', 'Eddy', 'O’Hara', 'de Witt'])
      await aMember(app, trust, { familyName });
    expect(await names()).toEqual([
      'Ashdown',
      'Clover',
      'de Witt',
      'Éclair',
      'Eddy',
      'eden',
      'Heather',
      'Nettle',
      'O’Hara',
      'Zaïre',
    ]);
  });

  it('comes in pages that hold each person once, also of one name', async () => {
    for (let count = 0; count < 110; count += 1)
      await aMember(app, trust, { givenName: count % 2 === 0 ? 'Ola' : 'ola', familyName: 'Oak' });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next: Awaited<ReturnType<typeof page>> = await page(cursor === '' ? '' : `?cursor=${cursor}`);
      seen.push(...next.people.map(({ personId }) => personId));
      cursor = next.nextCursor;
    }
    expect(seen).toHaveLength(114);
    expect(new Set(seen).size).toBe(114);
  });

  it.each([
    ['nell nett', ['Nettle']],
    ['nettle, nell', ['Nettle']],
    ['E', ['Clover', 'Heather', 'Nettle', 'Ashdown']],
    ['%', []],
    ['_', []],
    ['nobody', []],
  ])('is searched for %s in names', async (q, expected) => {
    expect((await names(`?q=${encodeURIComponent(q)}`)).toSorted()).toEqual(expected.toSorted());
  });

  it('is searched in e-mail addresses and staff numbers', async () => {
    await aMember(app, trust, { familyName: 'Fern', email: 'f.fern.4711@trust.test', staffNumber: 'NX-0815' });
    expect(await names('?q=FERN.4711')).toEqual(['Fern']);
    expect(await names('?q=nx-08')).toEqual(['Fern']);
  });

  it('is filtered by unit and those below, role and state', async () => {
    await aPassword(app, trust.nurse.personId);
    expect(await names(`?unit=${trust.hospital}`)).toEqual(['Heather', 'Nettle']);
    expect(await names(`?unit=${trust.ward}`)).toEqual(['Nettle']);
    expect(await names('?role=administrator')).toEqual(['Ashdown', 'Heather']);
    expect(await names('?state=active')).toEqual(['Nettle']);
    expect(await names(`?unit=${trust.ward.toUpperCase()}&state=no-sign-in`)).toEqual([]);
  });

  it('of a unit that is not there, or of another organisation, does not exist', async () => {
    const other = await app.system((tx) => anOrganisation(tx));
    await app.as(trust.admin.token).get(`${PEOPLE}?unit=${other.rootUnitId}`).expect(404);
    await app.as(trust.hospitalAdmin.token).get(`${PEOPLE}?unit=${trust.clinic}`).expect(404);
  });

  it('shows an administrator of a unit only the people it has', async () => {
    expect(await names('', trust.hospitalAdmin.token)).toEqual(['Heather', 'Nettle']);
  });

  it('begins at the first page for a cursor of its own making', async () => {
    for (const cursor of [
      'x',
      Buffer.from(`["Nettle","Nell","${trust.nurse.personId}"]`).toString('base64url'),
      sealed('["a","b","c"]'),
      sealed(`["a\\u0000","b","${trust.nurse.personId}"]`),
    ]) {
      expect(await names(`?cursor=${cursor}`)).toHaveLength(4);
    }
  });

  it('is written into the audit log, without the words looked for and the names in a cursor', async () => {
    await page('?q=nell&role=educator');
    await page(`?cursor=${sealed(`["Nettle","Nell","${trust.nurse.personId}"]`)}`);
    const rows = await auditOf(app, trust.organisationId, 'people.read');
    expect(rows.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([{ words: true, role: 'educator' }, { furtherPage: true }]),
    );
    expect(rows[0]).toMatchObject({
      actor: trust.admin.personId,
      subject: null,
      unit: trust.rootUnitId,
      correlationId: expect.any(String),
    });
  });
});

describe('a person', () => {
  it('is shown with posts, roles and open links, and the look is written down', async () => {
    const shown = await read(trust.hospitalAdmin.personId);
    expect(shown).toMatchObject({
      familyName: 'Heather',
      openLinks: [],
      posts: [{ unit: 'Hospital', startsOn: '2020-01-01', endsOn: null, main: true }],
      roleGrants: [{ role: 'administrator', unit: 'Hospital', grantedOn: '2020-01-01' }],
    });
    const [row] = await auditOf(app, trust.organisationId, 'person.read');
    expect(row).toMatchObject({ actor: trust.admin.personId, subject: trust.hospitalAdmin.personId });
  });

  it('of another organisation, or of another unit, does not exist, and no look is written down', async () => {
    const other = await aTrust(app);
    await app.as(trust.admin.token).get(`${PEOPLE}/${other.nurse.personId}`).expect(404);
    await app.as(trust.hospitalAdmin.token).get(`${PEOPLE}/${trust.clinician.personId}`).expect(404);
    expect(await auditOf(app, trust.organisationId, 'person.read')).toEqual([]);
  });

  it('is not shown to other roles', async () => {
    const lead = await aMember(app, trust, { roles: [{ role: 'cpd-lead' }] });
    await app.as(lead.token).get(`${PEOPLE}/${trust.nurse.personId}`).expect(403);
    await app.as().get(`${PEOPLE}/${trust.nurse.personId}`).expect(401);
  });

  it('with two posts is there for the administrators of both, until the day after either ends', async () => {
    const { personId } = trust.clinician;
    await app
      .as(trust.admin.token)
      .post(`${PEOPLE}/${personId}/posts`)
      .send(post({ endsOn: '2026-09-05' }))
      .expect(201);
    app.clock.set('2026-09-05T22:59:59Z');
    await read(personId, trust.hospitalAdmin.token);
    app.clock.set('2026-09-05T23:00:00Z');
    await app.as(trust.hospitalAdmin.token).get(`${PEOPLE}/${personId}`).expect(404);
  });

  it('whose posts are all over stays with the administrators of the latest', async () => {
    const leaver = await aMember(app, trust, { unitId: trust.ward });
    await app.system((tx) => tx.rows(`UPDATE post SET ends_on = '2026-08-01' WHERE person_id = $1`, [leaver.personId]));
    await read(leaver.personId, trust.hospitalAdmin.token);
    await app
      .as(trust.admin.token)
      .post(`${PEOPLE}/${leaver.personId}/posts`)
      .send(post({ unitId: trust.clinic }))
      .expect(201);
    await app.as(trust.hospitalAdmin.token).get(`${PEOPLE}/${leaver.personId}`).expect(404);
  });
});

describe('adding a person', () => {
  it('adds name, sign-in names and a first post, and cannot sign in yet', async () => {
    const body = aNew({ staffNumber: ' S-17 ', givenName: '  Ines ' });
    const { personId } = (await add(body).expect(201)).body;
    expect(await read(personId)).toMatchObject({
      givenName: 'Ines',
      familyName: 'Ivy',
      email: body.email,
      staffNumber: 'S-17',
      postTitle: 'Ward nurse',
      unit: 'Ward',
      state: 'no-sign-in',
      posts: [
        {
          unitId: trust.ward,
          title: 'Ward nurse',
          staffGroup: 'Nursing',
          main: true,
          startsOn: '2026-09-01',
          endsOn: null,
        },
      ],
      roleGrants: [],
    });
  });

  it('is written down with the names of the fields, and the post', async () => {
    const { personId } = (await add(aNew()).expect(201)).body;
    const [row] = await auditOf(app, trust.organisationId, 'person.added');
    expect(row).toMatchObject({
      actor: trust.admin.personId,
      subject: personId,
      unit: trust.ward,
      from: expect.any(String),
    });
    expect(row?.detail).toEqual({
      fields: ['givenName', 'familyName', 'email'],
      post: {
        unitId: trust.ward,
        unit: 'Ward',
        title: 'Ward nurse',
        staffGroup: 'Nursing',
        startsOn: '2026-09-01',
        endsOn: null,
      },
    });
  });

  it('takes people without e-mail or staff number', async () => {
    await add(aNew({ email: undefined })).expect(201);
  });

  it('refuses an address that somebody has here, and changes nothing', async () => {
    const { body } = await add(aNew({ email: `${trust.nurse.personId}@ROUNDS.test` })).expect(409);
    expect(body).toMatchObject({
      code: 'conflict',
      title: 'This e-mail address is in use',
      faults: [{ field: 'email' }],
    });
    expect(await names()).toHaveLength(4);
    expect(await auditOf(app, trust.organisationId, 'person.added')).toEqual([]);
  });

  it('refuses a staff number in use here, whatever its case; another organisation may have it too', async () => {
    const other = await aTrust(app);
    await aMember(app, other, { staffNumber: 'A-1' });
    await add(aNew({ staffNumber: 'A-1' })).expect(201);
    const { body } = await add(aNew({ staffNumber: 'a-1' })).expect(409);
    expect(body.faults).toEqual([{ field: 'staffNumber', message: 'Another person here has this number.' }]);
  });

  it('of two at once with one address adds one', async () => {
    const body = aNew();
    const statuses = (await Promise.all([add(body), add(body), add(body)])).map(({ status }) => status);
    expect(ascending(statuses)).toEqual([201, 409, 409]);
  });

  it('into a unit of another organisation, a closed one, or one beyond reach does not work', async () => {
    const other = await aTrust(app);
    await add(aNew({ post: post({ unitId: other.ward }) })).expect(404);
    await add(aNew({ post: post({ unitId: trust.clinic }) }), trust.hospitalAdmin.token).expect(404);
    await app.system((tx) => tx.rows('UPDATE unit SET closed_at = now() WHERE id = $1', [trust.clinic]));
    await add(aNew({ post: post({ unitId: trust.clinic }) })).expect(404);
    expect(await names()).toHaveLength(4);
  });

  it('works within reach of an administrator of a unit', async () => {
    const { personId } = (await add(aNew(), trust.hospitalAdmin.token).expect(201)).body;
    await read(personId, trust.hospitalAdmin.token);
  });

  it.each([
    ['no name', { givenName: ' ' }, 'givenName'],
    ['a name of two lines', { familyName: 'Ivy\nOak' }, 'familyName'],
    ['a name with what cannot be kept', { familyName: 'I\u0000vy' }, 'familyName'],
    ['half a character', { familyName: '\ud800' }, 'familyName'],
    ['a name without end', { familyName: 'I'.repeat(101) }, 'familyName'],
    ['no address', { email: 'ivy' }, 'email'],
    ['a staff number like an address', { staffNumber: 'a@b' }, 'staffNumber'],
  ])('refuses %s', async (_, fields, field) => {
    const { body } = await add(aNew(fields)).expect(400);
    expect(body).toMatchObject({ code: 'invalid-request', faults: [{ field }] });
  });

  it.each([
    ['a day that is none', { startsOn: '2026-02-30' }, 'post.startsOn'],
    ['a year before the calendar', { startsOn: '0000-01-01' }, 'post.startsOn'],
    ['an end before the start', { endsOn: '2026-08-31' }, 'post.endsOn'],
  ])('refuses a post with %s', async (_, fields, field) => {
    const { body } = await add(aNew({ post: post(fields) })).expect(400);
    expect(body.faults).toEqual([expect.objectContaining({ field })]);
  });
});

describe('naughty strings', () => {
  it('are kept as they are, or refused with the field, and never break anything', async () => {
    for (const text of NAUGHTY) {
      const answer = await add(
        aNew({ givenName: text, familyName: text, email: undefined, post: post({ title: text, staffGroup: text }) }),
      );
      if (answer.status === 201) {
        const { givenName, posts } = await read(answer.body.personId);
        expect([givenName, posts[0]?.title, posts[0]?.staffGroup]).toEqual([text.trim(), text.trim(), text.trim()]);
      } else
        expect(answer.body).toMatchObject({
          code: 'invalid-request',
          faults: expect.arrayContaining([expect.objectContaining({ field: 'givenName' })]),
        });
      const found = await app.as(trust.admin.token).get(PEOPLE).query({ q: text, cursor: text });
      expect([200, 400]).toContain(found.status);
    }
  });
});
