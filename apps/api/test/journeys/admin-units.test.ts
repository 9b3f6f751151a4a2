import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Unit } from '@rounds/contracts/units';
import { UnitStore } from '../../src/domains/identity/unit.store.ts';
import type { Tx } from '../../src/platform/db.ts';
import { aMember, aUnit } from '../factories/identity.ts';
import { type ATrust, aTrust, auditOf } from '../factories/trust.ts';
import { ascending } from '../kit/ascending.ts';
import { atOnce } from '../kit/at-once.ts';
import { NAUGHTY } from '../kit/naughty.ts';
import { TestApp } from '../kit/test-app.ts';

const UNITS = '/api/v1/admin/units';
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

const add = (parentId: string, name: string, token = trust.admin.token) =>
  app.as(token).post(UNITS).send({ parentId, name });
const change = (unitId: string, body: object, token = trust.admin.token) =>
  app.as(token).patch(`${UNITS}/${unitId}`).send(body);
const close = (unitId: string, token = trust.admin.token) => app.as(token).delete(`${UNITS}/${unitId}`);
const tree = async (token = trust.admin.token): Promise<{ units: Unit[]; staffGroups: string[] }> =>
  (await app.as(token).get(UNITS).expect(200)).body;
const drawn = ({ units }: { units: Unit[] }) => units.map(({ depth, name }) => `${'> '.repeat(depth)}${name}`);
const freeWard = () =>
  app.system((tx) => tx.rows(`UPDATE post SET ends_on = '2026-08-31' WHERE unit_id = $1`, [trust.ward]));

/** Every unit's ancestors, as they must be by the parents. */
async function ancestorsFit(): Promise<boolean> {
  const wrong = await app.system((tx) =>
    tx.rows(`
      WITH RECURSIVE path AS (
        SELECT id, array[id] AS ids FROM unit WHERE parent_id IS NULL
        UNION ALL SELECT u.id, p.ids || u.id FROM unit u JOIN path p ON p.id = u.parent_id)
      SELECT u.id FROM unit u LEFT JOIN path p ON p.id = u.id WHERE p.ids IS DISTINCT FROM u.ancestors`),
  );
  return wrong.length === 0;
}

describe('the tree of units', () => {
  it('comes parents first, by name, with the people of today', async () => {
    for (const name of ['Ward 10', 'Ward 2', 'ältere Station'])
      await app.system((tx) => aUnit(tx, { organisationId: trust.organisationId, parent: trust.hospital, name }));
    const shown = await tree();
    expect(drawn(shown)).toEqual([
      trust.name,
      '> Clinic',
      '> Hospital',
      '> > ältere Station',
      '> > Ward',
      '> > Ward 10',
      '> > Ward 2',
    ]);
    expect(shown.units.find(({ name }) => name === 'Ward')).toEqual({
      unitId: trust.ward,
      parentId: trust.hospital,
      name: 'Ward',
      depth: 2,
      people: 1,
    });
    expect(shown.staffGroups).toEqual(['Nursing', 'Psychology']);
    await freeWard();
    expect((await tree()).units.find(({ name }) => name === 'Ward')?.people).toBe(0);
  });

  it('shows an administrator of a unit that unit as the top', async () => {
    const shown = await tree(trust.hospitalAdmin.token);
    expect(drawn(shown)).toEqual(['Hospital', '> Ward']);
    expect(shown.units[0]?.parentId).toBeNull();
  });

  it('is not shown to others', async () => {
    await app.as(trust.nurse.token).get(UNITS).expect(403);
    await app.as().get(UNITS).expect(401);
  });
});

describe('adding a unit', () => {
  it('puts it below another, is written down, and answers with the tree', async () => {
    const { body } = await add(trust.ward, '  Bay 1 ').expect(201);
    expect(drawn(body)).toEqual([trust.name, '> Clinic', '> Hospital', '> > Ward', '> > > Bay 1']);
    expect(await ancestorsFit()).toBe(true);
    const [row] = await auditOf(app, trust.organisationId, 'unit.added');
    expect(row).toMatchObject({
      actor: trust.admin.personId,
      subject: null,
      detail: { name: 'Bay 1', parentId: trust.ward, parent: 'Ward' },
    });
    expect(row?.unit).toBe(row?.detail['unitId']);
  });

  it('refuses a name that a sister has, whatever its case, also of two at once; a cousin may have it', async () => {
    await add(trust.hospital, 'WARD').expect(409);
    await add(trust.clinic, 'Ward').expect(201);
    const statuses = (await Promise.all([add(trust.ward, 'Bay'), add(trust.ward, 'bay')])).map(({ status }) => status);
    expect(ascending(statuses)).toEqual([201, 409]);
  });

  it('is seen at once by an administrator of a unit above, and only by them', async () => {
    const { body } = await add(trust.ward, 'Bay', trust.hospitalAdmin.token).expect(201);
    expect(drawn(body)).toEqual(['Hospital', '> Ward', '> > Bay']);
    const leader = await aMember(app, trust, { roles: [{ role: 'administrator', unitId: trust.clinic }] });
    expect(drawn(await tree(leader.token))).toEqual(['Clinic']);
  });

  it('below a unit of another organisation, one beyond reach, or a closed one is refused', async () => {
    const other = await aTrust(app);
    await add(other.ward, 'Bay').expect(404);
    await add(trust.clinic, 'Bay', trust.hospitalAdmin.token).expect(404);
    await add(trust.rootUnitId, 'Bay', trust.hospitalAdmin.token).expect(404);
    await add(randomUUID(), 'Bay').expect(404);
    await add(trust.ward, 'Bay', trust.nurse.token).expect(403);
    await freeWard();
    await close(trust.ward).expect(200);
    await add(trust.ward, 'Bay').expect(404);
  });

  it('takes naughty names as they are, or refuses them with the field', async () => {
    for (const name of NAUGHTY) {
      const { status, body } = await add(trust.ward, name);
      if (status === 201) expect(body.units.map((unit: Unit) => unit.name)).toContain(name.trim());
      else expect([status, body.faults?.[0]?.field]).toEqual([400, 'name']);
    }
  });
});

describe('changing a unit', () => {
  it('renames it, with the old and the new name written down', async () => {
    expect(drawn((await change(trust.ward, { name: 'Ward A' }).expect(200)).body)).toContain('> > Ward A');
    const rows = await auditOf(app, trust.organisationId, 'unit.changed');
    expect(rows).toEqual([
      expect.objectContaining({
        unit: trust.ward,
        detail: { unitId: trust.ward, name: { from: 'Ward', to: 'Ward A' } },
      }),
    ]);
    await change(trust.ward, { name: 'Ward A', parentId: trust.hospital }).expect(200);
    await change(trust.ward, {}).expect(200);
    expect(await auditOf(app, trust.organisationId, 'unit.changed')).toHaveLength(1);
  });

  it('moves it with all below, and roles above it hold as the tree says', async () => {
    const bay = await app.system((tx) =>
      aUnit(tx, { organisationId: trust.organisationId, parent: trust.ward, name: 'Bay' }),
    );
    const { body } = await change(trust.ward, { parentId: trust.clinic }).expect(200);
    expect(drawn(body)).toEqual([trust.name, '> Clinic', '> > Ward', '> > > Bay', '> Hospital']);
    expect(await ancestorsFit()).toBe(true);
    expect(drawn(await tree(trust.hospitalAdmin.token))).toEqual(['Hospital']);
    await change(bay, { name: 'Bay 1' }, trust.hospitalAdmin.token).expect(404);
    const [row] = await auditOf(app, trust.organisationId, 'unit.changed');
    expect(row?.detail).toEqual({ unitId: trust.ward, name: 'Ward', parent: { from: 'Hospital', to: 'Clinic' } });
  });

  it('never moves it below itself, nor the organisation itself', async () => {
    await change(trust.hospital, { parentId: trust.hospital }).expect(409);
    await change(trust.hospital, { parentId: trust.ward }).expect(409);
    await change(trust.rootUnitId, { parentId: trust.ward }).expect(409);
    expect(await ancestorsFit()).toBe(true);
  });

  it('never closes a circle when two are moved below each other at once', async () => {
    const { hospital, clinic } = trust;
    const lock = (tx: Tx) => app.nest.get(UnitStore).lockTree(tx, trust.organisationId);
    const answers = await atOnce(app, lock, [
      () => change(hospital, { parentId: clinic }),
      () => change(clinic, { parentId: hospital }),
    ]);
    expect(ascending(answers)).toEqual([200, 409]);
    expect(await ancestorsFit()).toBe(true);
  });

  it('refuses a name in use beside it, there and after the move, and moves nothing', async () => {
    await add(trust.clinic, 'Ward').expect(201);
    await change(trust.ward, { parentId: trust.clinic }).expect(409);
    await change(trust.hospital, { name: 'clinic' }).expect(409);
    await change(trust.ward, { name: 'Ward B', parentId: trust.clinic }).expect(200);
  });

  it('of another organisation, or beyond reach, is refused', async () => {
    const other = await aTrust(app);
    await change(other.ward, { name: 'Mine' }).expect(404);
    await change(trust.ward, { parentId: other.hospital }).expect(404);
    await change(trust.clinic, { name: 'Mine' }, trust.hospitalAdmin.token).expect(404);
    await change(trust.ward, { parentId: trust.clinic }, trust.hospitalAdmin.token).expect(404);
    await change(trust.hospital, { parentId: trust.rootUnitId, name: 'Infirmary' }, trust.hospitalAdmin.token).expect(
      200,
    );
    await change(trust.ward, { name: 'Mine' }, trust.nurse.token).expect(403);
  });
});

describe('closing a unit', () => {
  it('takes it out of the tree and keeps its row', async () => {
    await freeWard();
    expect(drawn((await close(trust.ward).expect(200)).body)).toEqual([trust.name, '> Clinic', '> Hospital']);
    await close(trust.ward).expect(404);
    await change(trust.ward, { name: 'Ward A' }).expect(404);
    const [row] = await auditOf(app, trust.organisationId, 'unit.closed');
    expect(row).toMatchObject({ unit: trust.ward, detail: { name: 'Ward', parent: 'Hospital' } });
    await add(trust.hospital, 'Ward').expect(201);
  });

  it.each([
    ['the organisation itself', () => trust.rootUnitId],
    ['a unit with open ones below', () => trust.hospital],
    ['a unit with people in post', () => trust.ward],
  ])('is refused for %s', async (_, unitId) => {
    expect((await close(unitId()).expect(409)).body.code).toBe('conflict');
  });

  it('waits until the day after the last post', async () => {
    await app.system((tx) => tx.rows(`UPDATE post SET ends_on = '2026-09-01' WHERE unit_id = $1`, [trust.ward]));
    await close(trust.ward).expect(409);
    app.clock.set('2026-09-01T22:59:59Z');
    await close(trust.ward).expect(409);
    app.clock.set('2026-09-01T23:00:00Z');
    await close(trust.ward).expect(200);
  });

  it('is refused for a unit where a post begins later', async () => {
    await freeWard();
    const post = { unitId: trust.ward, title: 'Nurse', staffGroup: 'Nursing', startsOn: '2026-12-01' };
    await app.as(trust.admin.token).post(`/api/v1/admin/people/${trust.nurse.personId}/posts`).send(post).expect(201);
    await close(trust.ward).expect(409);
  });

  it('of another organisation, or beyond reach, is refused', async () => {
    const other = await aTrust(app);
    const [theirs, beside] = await app.system(async (tx) => [
      await aUnit(tx, { organisationId: other.organisationId, parent: other.ward, name: 'Empty' }),
      await aUnit(tx, { organisationId: trust.organisationId, parent: trust.clinic, name: 'Empty' }),
    ]);
    await close(theirs!).expect(404);
    await close(beside!, trust.hospitalAdmin.token).expect(404);
    await close(beside!, trust.nurse.token).expect(403);
    await close(beside!).expect(200);
  });
});
