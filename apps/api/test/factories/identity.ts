import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '@rounds/contracts/actor';
import { hashPassword } from '../../src/platform/auth/password-hash.ts';
import { hashOf } from '../../src/platform/auth/secret-token.ts';
import type { Tx } from '../../src/platform/db.ts';
import type { TestApp } from '../kit/test-app.ts';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

export type AnOrganisation = { organisationId: string; rootUnitId: string; name: string; shortCode: string };

export async function anOrganisation(
  tx: Tx,
  overrides: Partial<{ name: string; shortCode: string; timeZone: string }> = {},
): Promise<AnOrganisation> {
  const organisationId = randomUUID();
  const name = overrides.name ?? `Trust ${organisationId.slice(0, 8)}`;
  const shortCode = overrides.shortCode ?? organisationId.slice(0, 8);
  await tx.rows('INSERT INTO organisation (id, name, short_code, time_zone, created_at) VALUES ($1, $2, $3, $4, $5)', [
    organisationId,
    name,
    shortCode,
    overrides.timeZone ?? 'Europe/London',
    LONG_AGO,
  ]);
  const rootUnitId = await aUnit(tx, { organisationId, parent: null, name });
  return { organisationId, rootUnitId, name, shortCode };
}

export async function aUnit(
  tx: Tx,
  unit: { organisationId: string; parent: string | null; name?: string },
): Promise<string> {
  const id = randomUUID();
  await tx.rows(
    `INSERT INTO unit (id, organisation_id, parent_id, name, ancestors, created_at)
     VALUES ($1, $2, $3, $4, coalesce((SELECT ancestors FROM unit WHERE id = $3), '{}') || $1::uuid, $5)`,
    [id, unit.organisationId, unit.parent, unit.name ?? `Unit ${id.slice(0, 6)}`, LONG_AGO],
  );
  return id;
}

export type AMember = { personId: string; organisationId: string; unitId: string; token: string };

type MemberOverrides = Partial<{
  personId: string;
  givenName: string;
  familyName: string;
  email: string;
  staffNumber: string;
  unitId: string;
  staffGroup: string;
  title: string;
  roles: { role: Role; unitId?: string }[];
}>;

/** A person with a post and, if asked for, roles; signed in. */
export async function aMember(
  app: TestApp,
  organisation: AnOrganisation,
  overrides: MemberOverrides = {},
): Promise<AMember> {
  const personId = overrides.personId ?? randomUUID();
  const unitId = overrides.unitId ?? organisation.rootUnitId;
  const { organisationId, rootUnitId } = organisation;
  await app.system(async (tx) => {
    await tx.rows(
      'INSERT INTO person (id, given_name, family_name, email, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING',
      [
        personId,
        overrides.givenName ?? 'Juniper',
        overrides.familyName ?? 'Larkspur',
        overrides.email ?? `${personId}@rounds.test`,
        LONG_AGO,
      ],
    );
    await tx.rows(
      'INSERT INTO membership (person_id, organisation_id, staff_number, joined_at) VALUES ($1, $2, $3, $4)',
      [personId, organisationId, overrides.staffNumber ?? null, LONG_AGO],
    );
    await tx.rows(
      'INSERT INTO post (id, person_id, organisation_id, unit_id, title, staff_group, starts_on) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [
        randomUUID(),
        personId,
        organisationId,
        unitId,
        overrides.title ?? 'Ward nurse',
        overrides.staffGroup ?? 'Nursing',
        '2020-01-01',
      ],
    );
    for (const { role, unitId: of } of overrides.roles ?? []) {
      await tx.rows(
        'INSERT INTO role_grant (id, person_id, organisation_id, role, unit_id, granted_at) VALUES ($1, $2, $3, $4, $5, $6)',
        [randomUUID(), personId, organisationId, role, of ?? rootUnitId, LONG_AGO],
      );
    }
  });
  return { personId, organisationId, unitId, token: await aSession(app, personId, organisationId) };
}

/** Signs a person in without a password, for good: no clock a test sets ends it. Returns the cookie's token. */
export async function aSession(app: TestApp, personId: string, organisationId: string | null): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const far = new Date('2099-01-01T00:00:00Z');
  await app.system((tx) =>
    tx.rows(
      `INSERT INTO session (token_hash, id, person_id, organisation_id, shared_device, created_at, last_seen_at, idle_until, expires_at)
       VALUES ($1, $2, $3, $4, false, $5, $6, $6, $6)`,
      [hashOf(token), randomUUID(), personId, organisationId, LONG_AGO, far],
    ),
  );
  return token;
}

/** The password of everybody whom `aPassword` gave one. */
export const PASSWORD = 'gorse and heather';
let hash: Promise<string> | null = null;

/** Lets a person sign in with `PASSWORD`. */
export async function aPassword(app: TestApp, personId: string): Promise<void> {
  hash ??= hashPassword(PASSWORD);
  const kept = await hash;
  await app.system((tx) =>
    tx.rows('INSERT INTO credential (person_id, password_hash, changed_at) VALUES ($1, $2, $3)', [
      personId,
      kept,
      LONG_AGO,
    ]),
  );
}
