import { createHash } from 'node:crypto';
import pg from 'pg';

/** A learner of the benchmark, signed in. */
export type Learner = { personId: string; token: string; email: string };

export const ORGANISATION = '00000000-0000-4000-8000-000000000001';
export const ROOT_UNIT = '00000000-0000-4000-8000-000000000002';
export const LEAD: Learner = { personId: idOf(0), token: tokenOf(0), email: 'bench0@rounds.test' };

export const PEOPLE = 50_000;
/** The last so many people have a password, as loading it for all would take long. */
export const WITH_PASSWORD = 1000;

function idOf(number: number): string {
  return `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`;
}

function tokenOf(number: number): string {
  return createHash('sha256').update(`bench token ${number}`).digest('base64url');
}

export function learner(number: number): Learner {
  return { personId: idOf(number), token: tokenOf(number), email: `bench${number}@rounds.test` };
}

/** Null: nobody is signed in. */
export function cookieOf(who: Learner | null): Record<string, string> {
  return who === null ? {} : { cookie: `rounds=${who.token}` };
}

/** One organisation and so many people, each with a post and a session. They come straight into the tables: this is the benchmark's own database. */
export async function loadPeople(url: string, people: number, passwordHash: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const at = '2026-01-01T00:00:00Z';
  await client.query(`INSERT INTO organisation VALUES ($1, 'Bench Trust', 'bench', 'Europe/London', $2)`, [
    ORGANISATION,
    at,
  ]);
  await client.query(
    `INSERT INTO unit (id, organisation_id, name, ancestors, created_at) VALUES ($1, $2, 'Bench Trust', array[$1::uuid], $3)`,
    [ROOT_UNIT, ORGANISATION, at],
  );
  const numbers = Array.from({ length: people }, (_, number) => number);
  const ids = numbers.map(idOf);
  await client.query(
    `INSERT INTO person (id, given_name, family_name, email, created_at)
     SELECT id, 'Given' || n, 'Family' || (n % 997), 'bench' || (n - 1) || '@rounds.test', $2 FROM unnest($1::uuid[]) WITH ORDINALITY p(id, n)`,
    [ids, at],
  );
  await client.query(
    `INSERT INTO membership (person_id, organisation_id, staff_number, joined_at) SELECT id, $2, 'S' || n, $3 FROM unnest($1::uuid[]) WITH ORDINALITY p(id, n)`,
    [ids, ORGANISATION, at],
  );
  await client.query(
    `INSERT INTO post (id, person_id, organisation_id, unit_id, title, staff_group, starts_on) SELECT gen_random_uuid(), id, $2, $3, 'Ward nurse', 'Nursing', '2026-01-01' FROM unnest($1::uuid[]) id`,
    [ids, ORGANISATION, ROOT_UNIT],
  );
  const hashes = numbers.map((number) => createHash('sha256').update(tokenOf(number)).digest());
  await client.query(
    `INSERT INTO session (token_hash, id, person_id, organisation_id, shared_device, created_at, last_seen_at, idle_until, expires_at)
     SELECT h, gen_random_uuid(), p, $3, false, now(), now(), '2099-01-01', '2099-01-01' FROM unnest($1::uuid[], $2::bytea[]) s(p, h)`,
    [ids, hashes, ORGANISATION],
  );
  await client.query(
    `INSERT INTO credential (person_id, password_hash, changed_at) SELECT id, $2, $3 FROM unnest($1::uuid[]) id`,
    [ids.slice(-WITH_PASSWORD), passwordHash, at],
  );
  await client.query(
    `INSERT INTO role_grant (id, person_id, organisation_id, role, unit_id, granted_at) VALUES (gen_random_uuid(), $1, $2, 'cpd-lead', $3, $4)`,
    [LEAD.personId, ORGANISATION, ROOT_UNIT, at],
  );
  await client.end();
}

/** Lets every version of the library earn minutes, as a reviewer's sign-off does. */
export async function signOffLibrary(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    `INSERT INTO sign_off (id, version_id, organisation_id, person_id, person_name, person_title, comment, signed_at)
     SELECT gen_random_uuid(), v.id, $1, $2, 'Bench Reviewer', 'Consultant', '', now() FROM module_version v`,
    [ORGANISATION, LEAD.personId],
  );
  // Done now, or autovacuum would do it while something is measured.
  await client.query('VACUUM ANALYZE');
  await client.end();
}

/** So many completed modules with their minutes, for the export. */
export async function loadCompletions(url: string, count: number): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('BEGIN');
  await client.query(`
    CREATE TEMPORARY TABLE made ON COMMIT DROP AS
    SELECT gen_random_uuid() AS id, gen_random_uuid() AS attempt_id, p.id AS person_id, v.id AS version_id, v.module_id, v.title, v.minutes,
      l.path_id, h.title AS path_title, r.round, date '2026-01-01' + (n % 300)::int AS day
    FROM generate_series(0, ${count - 1}) n
    JOIN LATERAL (SELECT id FROM person ORDER BY id OFFSET 0) p ON p.id = ('00000000-0000-4000-9000-' || lpad((n % 5000)::text, 12, '0'))::uuid
    JOIN LATERAL (SELECT 1000 + n / 5000 AS round) r ON true
    CROSS JOIN LATERAL (SELECT * FROM module_version v ORDER BY v.id OFFSET (n / 5000) % 5 LIMIT 1) v
    JOIN learning_module l ON l.id = v.module_id JOIN learning_path h ON h.id = l.path_id`);
  await client.query(`INSERT INTO attempt (person_id, id, organisation_id, version_id, try_number, responses, content_hash, device_id, occurred_at, zone, received_at)
    SELECT person_id, attempt_id, '${ORGANISATION}', version_id, 1, '[]', '', gen_random_uuid(), day, 'Europe/London', day FROM made`);
  await client.query(`INSERT INTO completion (id, person_id, organisation_id, unit_id, organisation_name, unit_name, staff_group, module_id, version_id, version_label,
      module_title, path_id, path_title, round, major, attempt_id, reviewed_by, occurred_at, zone, completed_on, organisation_day, received_at)
    SELECT id, person_id, '${ORGANISATION}', '${ROOT_UNIT}', 'Bench Trust', 'Bench Trust', 'Nursing', module_id, version_id, '1.0', title, path_id, path_title, round, 1,
      attempt_id, 'Bench Reviewer, Consultant', day, 'Europe/London', day, day, day FROM made`);
  await client.query(`INSERT INTO cpd_record (id, person_id, organisation_id, completion_id, module_id, version_id, round, activity_title, provider, credit_minutes,
      reviewed_by, standards, completed_on, awarded_at)
    SELECT gen_random_uuid(), person_id, '${ORGANISATION}', id, module_id, version_id, round, title, 'Rounds library', minutes, 'Bench Reviewer, Consultant', '[]', day, day FROM made`);
  await client.query('COMMIT');
  // Done now, or autovacuum would do it while something is measured.
  await client.query('VACUUM ANALYZE');
  await client.end();
}
