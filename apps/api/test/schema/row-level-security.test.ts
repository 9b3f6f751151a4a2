import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AMember, aMember, anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

/** TypeORM's list of migrations, which the application's role cannot read at all. */
const WITHOUT_POLICIES = ['migrations'];

let app: TestApp;
let member: AMember;
let elsewhere: AMember;

beforeAll(async () => {
  app = await TestApp.start();
  const [ours, theirs] = await app.system(async (tx) => [await anOrganisation(tx), await anOrganisation(tx)] as const);
  member = await aMember(app, ours);
  elsewhere = await aMember(app, theirs);
});
afterAll(() => app.stop());

const namesOf = (sql: string): Promise<string[]> =>
  app.system(async (tx) => (await tx.rows<{ name: string }>(sql)).map(({ name }) => name));

describe('every table', () => {
  it('has policies, and they are in force', async () => {
    const bare = await namesOf(
      `SELECT c.relname AS name FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         AND NOT (c.relrowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))`,
    );
    expect(bare).toEqual(WITHOUT_POLICIES);
  });

  it('belongs to somebody other than the application, which passes no policy by', async () => {
    expect(
      await namesOf(
        `SELECT c.relname AS name FROM pg_class c
         WHERE c.relnamespace = 'public'::regnamespace AND c.relowner = 'rounds_app'::regrole`,
      ),
    ).toEqual([]);
    expect(
      await namesOf(`SELECT rolname AS name FROM pg_roles WHERE rolname = 'rounds_app' AND (rolbypassrls OR rolsuper)`),
    ).toEqual([]);
  });

  it('is not readable past its policies through a view', async () => {
    expect(
      await namesOf(
        `SELECT relname AS name FROM pg_class
         WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
           AND NOT coalesce(reloptions, '{}') @> array['security_invoker=true']`,
      ),
    ).toEqual([]);
  });
});

describe('a function that runs as the owner', () => {
  it('has a fixed search path, and is for those named alone', async () => {
    const owners = `pronamespace = 'public'::regnamespace AND prosecdef`;
    expect(await namesOf(`SELECT proname AS name FROM pg_proc WHERE ${owners}`)).not.toEqual([]);
    expect(
      await namesOf(
        `SELECT proname AS name FROM pg_proc
         WHERE ${owners} AND (NOT coalesce(array_to_string(proconfig, ' '), '') LIKE '%search_path=public, pg_temp%'
           OR EXISTS (SELECT 1 FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) WHERE grantee = 0))`,
      ),
    ).toEqual([]);
  });
});

describe('a member', () => {
  const asMember = (sql: string, values: string[]): Promise<unknown> =>
    app.db.transaction(member, (tx) => tx.rows(sql, values));

  it('does not let themselves into another organisation', async () => {
    const joining = asMember(`INSERT INTO membership (person_id, organisation_id, joined_at) VALUES ($1, $2, now())`, [
      member.personId,
      elsewhere.organisationId,
    ]);
    await expect(joining).rejects.toThrow('row-level security');
  });

  it('does not change what their organisation is called', async () => {
    const renaming = asMember(`UPDATE organisation SET name = 'Mine' WHERE id = $1`, [member.organisationId]);
    await expect(renaming).rejects.toThrow('row-level security');
  });
});
