import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditEvent } from '@rounds/contracts/audit';
import type { AuditAction } from '@rounds/contracts/audit-action';
import { AuditLog } from '../../src/platform/audit/audit-log.ts';
import { aMember } from '../factories/identity.ts';
import { type ATrust, aTrust, auditOf } from '../factories/trust.ts';
import { asOwner, failInserts } from '../kit/database.ts';
import { TestApp } from '../kit/test-app.ts';

const AUDIT = '/api/v1/admin/audit';
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

type Page = { events: AuditEvent[]; actions: string[]; nextCursor: string | null };
const page = async (query = '', token = trust.admin.token): Promise<Page> =>
  (await app.as(token).get(`${AUDIT}${query}`).expect(200)).body;
const actions = async (query = '', token = trust.admin.token) =>
  (await page(query, token)).events.map(({ action }) => action);

async function anEntry(
  action: string,
  at: string,
  overrides: { actor?: string | null; subject?: string; unit?: string; organisationId?: string } = {},
) {
  const {
    actor = trust.admin.personId,
    subject = null,
    unit = null,
    organisationId = trust.organisationId,
  } = overrides;
  await app.system((tx) =>
    app.nest.get(AuditLog).add(tx, {
      at: new Date(at),
      // The log holds what any version of the product wrote.
      action: action as AuditAction,
      actorPersonId: actor,
      organisationId,
      unitId: unit,
      subjectPersonId: subject,
    }),
  );
}

describe('the audit log', () => {
  it('tells who did what, to whom, when and from where, latest first', async () => {
    await app.as(trust.admin.token).patch(`${PEOPLE}/${trust.nurse.personId}`).send({ staffNumber: 'N-1' }).expect(200);
    app.clock.forward(1);
    await app.as(trust.hospitalAdmin.token).get(`${PEOPLE}/${trust.nurse.personId}`).expect(200);
    const { events } = await page();
    expect(events).toEqual([
      {
        auditId: expect.any(String),
        at: '2026-09-01T09:01:00.000Z',
        action: 'person.read',
        actorName: 'Hal Heather',
        subjectName: 'Nell Nettle',
        unit: 'Hospital',
        sourceAddress: expect.stringMatching(/127\.0\.0\.1$/),
        detail: { personId: trust.nurse.personId },
      },
      {
        auditId: expect.any(String),
        at: '2026-09-01T09:00:00.000Z',
        action: 'person.corrected',
        actorName: 'Ada Ashdown',
        subjectName: 'Nell Nettle',
        unit: 'Ward',
        sourceAddress: expect.stringMatching(/127\.0\.0\.1$/),
        detail: { fields: ['staffNumber'] },
      },
    ]);
  });

  it('is itself written down when it is read', async () => {
    await page('?action=person.read');
    const rows = await auditOf(app, trust.organisationId, 'audit.read');
    expect(rows).toEqual([expect.objectContaining({ actor: trust.admin.personId, detail: { action: 'person.read' } })]);
  });

  it('holds nothing of another organisation', async () => {
    const other = await aTrust(app);
    await anEntry('export.begun', '2026-08-01T09:00:00Z', {
      organisationId: other.organisationId,
      actor: other.admin.personId,
    });
    expect(await actions()).toEqual([]);
    expect(await actions('?action=export.begun')).toEqual([]);
    expect((await page()).actions).not.toContain('export.begun');
    expect(await actions(`?person=${other.admin.personId}`)).toEqual([]);
  });

  it('keeps the names of the people of other organisations to itself', async () => {
    const other = await aTrust(app);
    await anEntry('support.looked', '2026-08-01T09:00:00Z', { actor: other.admin.personId });
    await anEntry('swept', '2026-08-01T08:00:00Z', { actor: null });
    expect((await page()).events.map(({ actorName }) => actorName)).toEqual([null, null]);
  });

  it('is filtered by person, on either side, and by action', async () => {
    await anEntry('a', '2026-08-01T09:00:00Z', { subject: trust.nurse.personId });
    await anEntry('b', '2026-08-02T09:00:00Z', { actor: trust.nurse.personId });
    await anEntry('b', '2026-08-03T09:00:00Z');
    expect(await actions(`?person=${trust.nurse.personId}`)).toEqual(['b', 'a']);
    expect(await actions('?action=b')).toEqual(['b', 'b']);
    expect(await actions(`?action=b&person=${trust.nurse.personId}`)).toEqual(['b']);
    expect(await actions('?action=c')).toEqual([]);
  });

  it('is filtered by days of the organisation, both included', async () => {
    await anEntry('last of July', '2026-07-31T22:59:59.999Z');
    await anEntry('first of August', '2026-07-31T23:00:00Z');
    await anEntry('end of August', '2026-08-31T22:59:59.999Z');
    await anEntry('September', '2026-08-31T23:00:00Z');
    expect(await actions('?from=2026-08-01&to=2026-08-31')).toEqual(['end of August', 'first of August']);
    expect(await actions('?to=2026-07-31')).toEqual(['last of July']);
    await app.as(trust.admin.token).get(`${AUDIT}?from=0000-01-01`).expect(400);
  });

  it('names every action that occurs, once', async () => {
    for (const action of ['role.ended', 'export.begun', 'export.begun', 'a'])
      await anEntry(action, '2026-08-01T09:00:00Z');
    expect((await page()).actions).toEqual(['a', 'export.begun', 'role.ended']);
  });

  it('comes in pages that hold each entry once, also of one instant', async () => {
    for (let count = 0; count < 120; count += 1) await anEntry('person.read', `2026-08-01T09:00:0${count % 2}Z`);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next: Page = await page(`?action=person.read${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...next.events.map(({ auditId }) => auditId));
      cursor = next.nextCursor;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  it('shows an administrator of a unit what concerns it or its people', async () => {
    await anEntry('unit', '2026-08-01T09:00:00Z', { unit: trust.ward });
    await anEntry('person', '2026-08-02T09:00:00Z', { subject: trust.nurse.personId });
    await anEntry('other unit', '2026-08-03T09:00:00Z', { unit: trust.clinic, subject: trust.clinician.personId });
    await anEntry('nobody', '2026-08-04T09:00:00Z');
    expect(await actions('', trust.hospitalAdmin.token)).toEqual(['person', 'unit']);
  });

  it('is for administrators alone', async () => {
    const lead = await aMember(app, trust, { roles: [{ role: 'cpd-lead' }, { role: 'educator' }] });
    await app.as(lead.token).get(AUDIT).expect(403);
    await app.as().get(AUDIT).expect(401);
  });

  it('takes no change and no removal, not even from its own database user', async () => {
    await anEntry('kept', '2026-08-01T09:00:00Z');
    for (const statement of [
      `UPDATE audit_event SET action = 'other'`,
      'DELETE FROM audit_event',
      'TRUNCATE audit_event',
    ]) {
      await expect(asOwner(app, statement)).rejects.toThrow(/are kept/);
      await expect(app.system((tx) => tx.rows(statement))).rejects.toThrow();
    }
  });
});

describe('a read that cannot be written down', () => {
  it('is not answered', async () => {
    const mend = await failInserts(app, 'audit_event');
    try {
      const { body, text } = await app.as(trust.admin.token).get(`${PEOPLE}/${trust.nurse.personId}`).expect(500);
      expect(body).toMatchObject({ code: 'unexpected', correlationId: expect.any(String) });
      expect(text).not.toContain('Nettle');
    } finally {
      await mend();
    }
    await app.as(trust.admin.token).get(`${PEOPLE}/${trust.nurse.personId}`).expect(200);
  });
});
