import { Db, SYSTEM } from '../../src/platform/db.ts';
import type { ADemo } from './a-demo.ts';

/** The demo's rows by what they say, without the ids that the server made, and without what depends on them. */
const DUMP = {
  organisations: `SELECT name, short_code, time_zone, created_at FROM organisation`,
  units: `SELECT o.short_code, u.name, p.name AS within, u.created_at FROM unit u JOIN organisation o ON o.id = u.organisation_id LEFT JOIN unit p ON p.id = u.parent_id`,
  people: `SELECT given_name, family_name, email, created_at FROM person`,
  memberships: `SELECT o.short_code, m.staff_number, p.family_name, m.joined_at, m.pending, m.suspended_at FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id`,
  posts: `SELECT p.family_name, p.given_name, u.name AS unit, t.title, t.staff_group, t.main, t.starts_on, t.ends_on FROM post t JOIN person p ON p.id = t.person_id JOIN unit u ON u.id = t.unit_id`,
  roles: `SELECT p.family_name, r.role, u.name AS unit, r.granted_at FROM role_grant r JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = r.unit_id`,
  credentials: `SELECT p.email, c.changed_at FROM credential c JOIN person p ON p.id = c.person_id`,
  versions: `SELECT id, title, published_at FROM module_version`,
  starts: `SELECT p.family_name, p.given_name, s.module_id, u.name AS unit, s.staff_group, s.started_at FROM module_start s JOIN person p ON p.id = s.person_id JOIN unit u ON u.id = s.unit_id`,
  events: `SELECT p.family_name, p.given_name, e.kind, e.device_id, e.seq, e.occurred_at, e.received_at, e.payload - 'completionId' - 'id' AS payload FROM learner_event e JOIN person p ON p.id = e.person_id`,
  tries: `SELECT p.family_name, p.given_name, a.id, a.try_number, a.occurred_at, m.passed, m.credit FROM attempt a JOIN mark m ON m.person_id = a.person_id AND m.attempt_id = a.id JOIN person p ON p.id = a.person_id`,
  completions: `SELECT p.family_name, p.given_name, c.organisation_name, c.unit_name, c.staff_group, c.module_title, c.round, c.reviewed_by, c.occurred_at, c.completed_on, c.received_at, r.credit_minutes FROM completion c JOIN person p ON p.id = c.person_id LEFT JOIN cpd_record r ON r.completion_id = c.id`,
  reflections: `SELECT p.family_name, c.module_title, f.learnt, f.means, f.will_do, f.written_at FROM reflection f JOIN completion c ON c.id = f.completion_id JOIN person p ON p.id = f.person_id`,
  signOffs: `SELECT version_id, person_name, person_title, comment, signed_at FROM sign_off`,
  problems: `SELECT p.family_name, r.version_id, r.place, r.text, r.reported_at, a.text AS answer, a.answered_at FROM problem_report r JOIN person p ON p.id = r.person_id LEFT JOIN problem_answer a ON a.report_id = r.id`,
  audited: `SELECT a.action, a.at, p.family_name FROM audit_event a LEFT JOIN person p ON p.id = a.subject_person_id`,
};

export type Dump = Record<keyof typeof DUMP, string[]>;

/** Each row as text, in an order of its own. */
export function dumpOf(demo: ADemo): Promise<Dump> {
  return demo.nest.get(Db).read(SYSTEM, async (tx) => {
    const parts: [string, string[]][] = [];
    for (const [name, sql] of Object.entries(DUMP))
      parts.push([name, (await tx.rows(sql)).map((row) => JSON.stringify(row)).toSorted()]);
    return Object.fromEntries(parts) as Dump;
  });
}

export function rowsOf<Row extends object>(demo: ADemo, sql: string, values: string[] = []): Promise<Row[]> {
  return demo.nest.get(Db).read(SYSTEM, (tx) => tx.rows<Row>(sql, values));
}
