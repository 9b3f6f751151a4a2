import type { TestApp } from '../kit/test-app.ts';
import { type AMember, type AnOrganisation, aMember, anOrganisation, aUnit } from './identity.ts';

/** An organisation of a hospital with a ward below it, and a clinic beside it; administrators of all, and of the hospital. */
export type ATrust = AnOrganisation & {
  hospital: string;
  ward: string;
  clinic: string;
  admin: AMember;
  hospitalAdmin: AMember;
  /** Works on the ward. */
  nurse: AMember;
  /** Works in the clinic. */
  clinician: AMember;
};

export async function aTrust(app: TestApp): Promise<ATrust> {
  const organisation = await app.system((tx) => anOrganisation(tx));
  const { organisationId, rootUnitId } = organisation;
  const [hospital, clinic] = await app.system(async (tx) => [
    await aUnit(tx, { organisationId, parent: rootUnitId, name: 'Hospital' }),
    await aUnit(tx, { organisationId, parent: rootUnitId, name: 'Clinic' }),
  ]);
  const ward = await app.system((tx) => aUnit(tx, { organisationId, parent: hospital!, name: 'Ward' }));
  return {
    ...organisation,
    hospital: hospital!,
    ward,
    clinic: clinic!,
    admin: await aMember(app, organisation, {
      givenName: 'Ada',
      familyName: 'Ashdown',
      roles: [{ role: 'administrator' }],
    }),
    hospitalAdmin: await aMember(app, organisation, {
      givenName: 'Hal',
      familyName: 'Heather',
      unitId: hospital!,
      roles: [{ role: 'administrator', unitId: hospital! }],
    }),
    nurse: await aMember(app, organisation, { givenName: 'Nell', familyName: 'Nettle', unitId: ward }),
    clinician: await aMember(app, organisation, {
      givenName: 'Cass',
      familyName: 'Clover',
      unitId: clinic!,
      staffGroup: 'Psychology',
    }),
  };
}

/** What the audit log says of an action in an organisation, latest last. */
export function auditOf(app: TestApp, organisationId: string, action: string): Promise<AuditRow[]> {
  return app.system((tx) =>
    tx.rows<AuditRow>(
      `SELECT actor_person_id AS "actor", subject_person_id AS "subject", unit_id AS "unit", detail, source_address AS "from", correlation_id AS "correlationId"
       FROM audit_event WHERE organisation_id = $1 AND action = $2 ORDER BY at, id`,
      [organisationId, action],
    ),
  );
}

export type AuditRow = {
  actor: string | null;
  subject: string | null;
  unit: string | null;
  detail: Record<string, unknown>;
  from: string | null;
  correlationId: string | null;
};
