import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonDetail } from '@rounds/contracts/people';
import { RoleStore } from '../../src/domains/identity/role.store.ts';
import type { Tx } from '../../src/platform/db.ts';
import { type AMember, aMember } from '../factories/identity.ts';
import { type ATrust, aTrust, auditOf } from '../factories/trust.ts';
import { ascending } from '../kit/ascending.ts';
import { atOnce } from '../kit/at-once.ts';
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
  title: 'Ward sister',
  staffGroup: 'Nursing',
  startsOn: '2026-09-01',
  ...overrides,
});
const addPost = (personId: string, body: object = post(), token = trust.admin.token) =>
  app.as(token).post(`${PEOPLE}/${personId}/posts`).send(body);
const endPost = (personId: string, postId: string, endsOn: string, token = trust.admin.token) =>
  app.as(token).post(`${PEOPLE}/${personId}/posts/${postId}/end`).send({ endsOn });
const grant = (personId: string, role: string, unitId: string, token = trust.admin.token) =>
  app.as(token).post(`${PEOPLE}/${personId}/roles`).send({ role, unitId });
const endRole = (personId: string, grantId: string, token = trust.admin.token) =>
  app.as(token).delete(`${PEOPLE}/${personId}/roles/${grantId}`);
const read = async (personId: string): Promise<PersonDetail> =>
  (await app.as(trust.admin.token).get(`${PEOPLE}/${personId}`).expect(200)).body;
const postOf = async (personId: string) => (await read(personId)).posts[0]?.postId ?? '';
const grantOf = async (personId: string) => (await read(personId)).roleGrants[0]?.roleGrantId ?? '';
const mayList = async ({ token }: AMember) => (await app.as(token).get(PEOPLE)).status;

describe('a post', () => {
  it('that is the main one takes the place of the one before', async () => {
    const { body } = await addPost(trust.nurse.personId, post({ unitId: trust.clinic })).expect(201);
    expect(body).toMatchObject({ postTitle: 'Ward sister', unit: 'Clinic' });
    expect(body.posts.map(({ title, main }: { title: string; main: boolean }) => [title, main])).toEqual([
      ['Ward sister', true],
      ['Ward nurse', false],
    ]);
    const rows = await auditOf(app, trust.organisationId, 'post.added');
    expect(rows).toEqual([
      expect.objectContaining({
        subject: trust.nurse.personId,
        unit: trust.clinic,
        detail: {
          unitId: trust.clinic,
          unit: 'Clinic',
          title: 'Ward sister',
          staffGroup: 'Nursing',
          main: true,
          startsOn: '2026-09-01',
          endsOn: null,
        },
      }),
    ]);
  });

  it('beside the main one, or in the future, changes nothing of today', async () => {
    const { body } = await addPost(trust.nurse.personId, post({ main: false })).expect(201);
    expect(body.postTitle).toBe('Ward nurse');
    const later = await addPost(trust.nurse.personId, post({ startsOn: '2026-10-01', unitId: trust.clinic })).expect(
      201,
    );
    expect(later.body.unit).toBe('Ward');
    app.clock.set('2026-10-01T09:00:00Z');
    expect((await read(trust.nurse.personId)).unit).toBe('Clinic');
  });

  it('ends with a day that still counts, in the time zone of the organisation', async () => {
    const { personId } = trust.nurse;
    await endPost(personId, await postOf(personId), '2026-09-10').expect(200);
    app.clock.set('2026-09-10T22:59:59Z');
    expect((await read(personId)).unit).toBe('Ward');
    app.clock.set('2026-09-10T23:00:00Z');
    expect((await read(personId)).unit).toBe('');
    const [row] = await auditOf(app, trust.organisationId, 'post.ended');
    expect(row).toMatchObject({
      unit: trust.ward,
      detail: { unit: 'Ward', title: 'Ward nurse', endsOn: { from: null, to: '2026-09-10' } },
    });
  });

  it('gives the unit to the very next request, and takes it with its end', async () => {
    const { personId } = trust.nurse;
    const { body } = await addPost(personId, post({ unitId: trust.clinic })).expect(201);
    await endPost(personId, body.posts[0].postId, '2026-09-01').expect(200);
    await endPost(personId, body.posts[1].postId, '2026-08-31').expect(200);
    expect((await read(personId)).unit).toBe('Clinic');
  });

  it('cannot end before it starts', async () => {
    const { personId } = trust.nurse;
    const { body } = await endPost(personId, await postOf(personId), '2019-12-31').expect(400);
    expect(body.faults).toEqual([expect.objectContaining({ field: 'endsOn' })]);
    await addPost(personId, post({ endsOn: '2026-08-31' })).expect(400);
  });

  it('in a closed unit can only end in the past', async () => {
    const { personId } = trust.nurse;
    await app.system((tx) => tx.rows('UPDATE unit SET closed_at = now() WHERE id = $1', [trust.ward]));
    const postId = await postOf(personId);
    await endPost(personId, postId, '2026-09-01').expect(409);
    await endPost(personId, postId, '2026-08-31').expect(200);
    await addPost(personId, post()).expect(404);
  });

  it('of another organisation, of another person, or in a unit beyond reach is not there', async () => {
    const other = await aTrust(app);
    const theirs = await app.system((tx) =>
      tx.row<{ id: string }>('SELECT id FROM post WHERE person_id = $1', [other.nurse.personId]),
    );
    await endPost(other.nurse.personId, theirs?.id ?? '', '2026-09-01').expect(404);
    await endPost(trust.nurse.personId, theirs?.id ?? '', '2026-09-01').expect(404);
    await endPost(trust.nurse.personId, await postOf(trust.clinician.personId), '2026-09-01').expect(404);
    await endPost(trust.nurse.personId, randomUUID(), '2026-09-01').expect(404);
    await addPost(trust.nurse.personId, post({ unitId: other.ward })).expect(404);
    await addPost(other.nurse.personId).expect(404);
    const { hospitalAdmin, nurse, clinician } = trust;
    await addPost(clinician.personId, post(), hospitalAdmin.token).expect(404);
    await addPost(nurse.personId, post({ unitId: trust.clinic }), hospitalAdmin.token).expect(404);
    const { body } = await addPost(nurse.personId, post({ unitId: trust.clinic })).expect(201);
    await endPost(nurse.personId, body.posts[0].postId, '2026-09-01', hospitalAdmin.token).expect(403);
    await addPost(nurse.personId, post(), nurse.token).expect(403);
  });

  it('that takes a person out of reach is answered all the same', async () => {
    const { hospitalAdmin, nurse } = trust;
    const wardPost = await postOf(nurse.personId);
    await addPost(nurse.personId, post({ unitId: trust.clinic })).expect(201);
    await endPost(nurse.personId, wardPost, '2026-08-31', hospitalAdmin.token).expect(200);
    await endPost(nurse.personId, wardPost, '2026-08-30', hospitalAdmin.token).expect(404);
  });

  it('of two main ones at once leaves one main', async () => {
    const { personId } = trust.nurse;
    await Promise.all([addPost(personId).expect(201), addPost(personId).expect(201), addPost(personId).expect(201)]);
    expect((await read(personId)).posts.filter(({ main }) => main)).toHaveLength(1);
  });

  it('and the closing of its unit at once never leave a post in a closed unit', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { ward, nurse, admin } = await aTrust(app);
      await app.system((tx) =>
        tx.rows(`UPDATE post SET ends_on = '2026-08-01' WHERE person_id = $1`, [nurse.personId]),
      );
      const [closed, added] = await Promise.all([
        app.as(admin.token).delete(`/api/v1/admin/units/${ward}`),
        addPost(nurse.personId, post({ unitId: ward }), admin.token),
      ]);
      expect([
        [200, 404],
        [409, 201],
      ]).toContainEqual([closed.status, added.status]);
    }
  });
});

describe('a role', () => {
  it('opens its doors at the very next request, and shuts them with its end', async () => {
    const { personId } = trust.nurse;
    expect(await mayList(trust.nurse)).toBe(403);
    const { body } = await grant(personId, 'administrator', trust.ward).expect(201);
    expect(body).toMatchObject({
      roles: ['administrator'],
      roleGrants: [{ role: 'administrator', unit: 'Ward', grantedOn: '2026-09-01' }],
    });
    expect(await mayList(trust.nurse)).toBe(200);
    await endRole(personId, body.roleGrants[0].roleGrantId).expect(200);
    expect(await mayList(trust.nurse)).toBe(403);
    const [given] = await auditOf(app, trust.organisationId, 'role.granted');
    const [ended] = await auditOf(app, trust.organisationId, 'role.ended');
    const detail = { role: 'administrator', unitId: trust.ward, unit: 'Ward' };
    expect([given?.detail, ended?.detail]).toEqual([detail, detail]);
    expect([given?.unit, ended?.subject]).toEqual([trust.ward, personId]);
  });

  it('is given once for a unit, also of two at once, and anew after its end', async () => {
    const { personId } = trust.nurse;
    const statuses = (
      await Promise.all([grant(personId, 'educator', trust.ward), grant(personId, 'educator', trust.ward)])
    ).map(({ status }) => status);
    expect(ascending(statuses)).toEqual([201, 409]);
    await endRole(personId, await grantOf(personId)).expect(200);
    await grant(personId, 'educator', trust.ward).expect(201);
    await grant(personId, 'educator', trust.clinic).expect(201);
    expect((await read(personId)).roles).toEqual(['educator']);
  });

  it('that ended is not there any more', async () => {
    const { personId } = trust.nurse;
    await grant(personId, 'educator', trust.ward).expect(201);
    const grantId = await grantOf(personId);
    await endRole(personId, grantId).expect(200);
    await endRole(personId, grantId).expect(404);
  });

  it('is given within reach only', async () => {
    const { hospitalAdmin, nurse, clinician } = trust;
    await grant(nurse.personId, 'cpd-lead', trust.ward, hospitalAdmin.token).expect(201);
    await grant(nurse.personId, 'administrator', trust.hospital, hospitalAdmin.token).expect(201);
    await grant(nurse.personId, 'cpd-lead', trust.rootUnitId, hospitalAdmin.token).expect(404);
    await grant(hospitalAdmin.personId, 'administrator', trust.rootUnitId, hospitalAdmin.token).expect(404);
    await grant(clinician.personId, 'cpd-lead', trust.ward, hospitalAdmin.token).expect(404);
    await grant(nurse.personId, 'educator', trust.rootUnitId).expect(201);
    const above = (await read(nurse.personId)).roleGrants.find(({ role }) => role === 'educator');
    await endRole(nurse.personId, above?.roleGrantId ?? '', hospitalAdmin.token).expect(403);
  });

  it('of another organisation, or of another person, is not there', async () => {
    const other = await aTrust(app);
    const theirs = await app.system((tx) =>
      tx.row<{ id: string }>('SELECT id FROM role_grant WHERE person_id = $1', [other.admin.personId]),
    );
    await endRole(other.admin.personId, theirs?.id ?? '').expect(404);
    await endRole(trust.nurse.personId, theirs?.id ?? '').expect(404);
    await endRole(trust.nurse.personId, await grantOf(trust.hospitalAdmin.personId)).expect(404);
    await grant(other.nurse.personId, 'educator', trust.ward).expect(404);
    await grant(trust.nurse.personId, 'educator', other.ward).expect(404);
    await grant(trust.nurse.personId, 'educator', trust.ward, trust.nurse.token).expect(403);
    await grant(trust.nurse.personId, 'owner', trust.ward).expect(400);
  });

  it('covers a unit that comes to lie below its own, and no longer one that is moved away', async () => {
    const leader = await aMember(app, trust, { roles: [{ role: 'administrator', unitId: trust.clinic }] });
    const sees = async () =>
      (await app.as(leader.token).get(PEOPLE).expect(200)).body.people.map(
        (one: { familyName: string }) => one.familyName,
      );
    expect(await sees()).toEqual(['Clover']);
    await app
      .as(trust.admin.token)
      .patch(`/api/v1/admin/units/${trust.hospital}`)
      .send({ parentId: trust.clinic })
      .expect(200);
    expect(await sees()).toEqual(['Clover', 'Heather', 'Nettle']);
    await app
      .as(trust.admin.token)
      .patch(`/api/v1/admin/units/${trust.ward}`)
      .send({ parentId: trust.rootUnitId })
      .expect(200);
    expect(await sees()).toEqual(['Clover', 'Heather']);
  });
});

describe('the last administrator', () => {
  it('stays', async () => {
    const { body } = await endRole(trust.admin.personId, await grantOf(trust.admin.personId)).expect(409);
    expect(body).toMatchObject({ code: 'conflict', title: 'This is the last administrator' });
    expect(await mayList(trust.admin)).toBe(200);
  });

  it('is the last also beside one of a unit, one suspended, and one who has not accepted', async () => {
    const [suspended, pending] = [
      await aMember(app, trust, { roles: [{ role: 'administrator' }] }),
      await aMember(app, trust, { roles: [{ role: 'administrator' }] }),
    ];
    await app.system(async (tx) => {
      await tx.rows('UPDATE membership SET suspended_at = now() WHERE person_id = $1', [suspended.personId]);
      await tx.rows('UPDATE membership SET pending = true WHERE person_id = $1', [pending.personId]);
    });
    await endRole(trust.admin.personId, await grantOf(trust.admin.personId)).expect(409);
    await endRole(pending.personId, await grantOf(pending.personId)).expect(200);
  });

  it('may go when another is there', async () => {
    await aMember(app, trust, { roles: [{ role: 'administrator' }] });
    await endRole(trust.admin.personId, await grantOf(trust.admin.personId)).expect(200);
    expect(await mayList(trust.admin)).toBe(403);
  });

  it('is left when two end the role of each other at once', async () => {
    const second = await aMember(app, trust, { roles: [{ role: 'administrator' }] });
    const [mine, theirs] = [await grantOf(trust.admin.personId), await grantOf(second.personId)];
    const lock = (tx: Tx) => app.nest.get(RoleStore).lockAdministrators(tx, trust.organisationId);
    const answers = await atOnce(app, lock, [
      () => endRole(second.personId, theirs, trust.admin.token),
      () => endRole(trust.admin.personId, mine, second.token),
    ]);
    expect(ascending(answers)).toEqual([200, 409]);
    expect(ascending([await mayList(trust.admin), await mayList(second)])).toEqual([200, 403]);
  });
});
