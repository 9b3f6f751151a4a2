import type { AuditEvent, readAudit } from '@rounds/contracts/audit';
import type { QueryOf } from '@rounds/contracts/endpoint';
import * as z from 'zod/mini';
import { CURSOR, readCursor, writeCursor } from '../platform/cursor.ts';
import type { ReadTx, Value } from '../platform/db.ts';
import type { PeopleScope } from './people.query.ts';

const PAGE = 50;
const Key = z.tuple([CURSOR.instant, CURSOR.uuid]);

type Row = Omit<AuditEvent, 'at'> & { at: Date };

/** A page of an organisation's log, latest first; of some units, what concerns them or the people they have. */
export async function auditPage(
  tx: ReadTx,
  scope: PeopleScope,
  query: QueryOf<typeof readAudit>,
): Promise<{ events: AuditEvent[]; nextCursor: string | null }> {
  const values: Value[] = [scope.organisationId, scope.now, scope.unitIds];
  const conditions = conditionsOf(query, (value) => `$${values.push(value)}`);
  const rows = await tx.composed<Row>(
    `${EVENTS} ${conditions.map((condition) => `AND ${condition}`).join(' ')} ORDER BY e.at DESC, e.id DESC LIMIT ${PAGE + 1}`,
    values,
  );
  const events = rows.slice(0, PAGE).map((row) => ({ ...row, at: row.at.toISOString() }));
  const last = rows.length > PAGE ? events.at(-1) : undefined;
  return { events, nextCursor: last === undefined ? null : writeCursor([last.at, last.auditId]) };
}

function conditionsOf(
  { person, action, from, to, cursor }: QueryOf<typeof readAudit>,
  bind: (value: Value) => string,
): string[] {
  const conditions: string[] = [];
  if (person !== undefined) {
    const place = `${bind(person)}::uuid`;
    conditions.push(`(e.subject_person_id = ${place} OR e.actor_person_id = ${place})`);
  }
  if (action !== undefined) conditions.push(`e.action = ${bind(action)}`);
  if (from !== undefined) conditions.push(`e.at >= ${bind(from)}::date::timestamp AT TIME ZONE o.time_zone`);
  if (to !== undefined) conditions.push(`e.at < (${bind(to)}::date + 1)::timestamp AT TIME ZONE o.time_zone`);
  const after = readCursor(cursor, Key);
  if (after !== null) conditions.push(`(e.at, e.id) < (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`);
  return conditions;
}

/** Actions that occur in an organisation's log: steps from one to the next through the index, however long the log. */
export async function auditActions(tx: ReadTx, organisationId: string): Promise<string[]> {
  const rows = await tx.rows<{ action: string }>(ACTIONS, [organisationId]);
  return rows.map(({ action }) => action);
}

const EVENTS = `
  SELECT e.id AS "auditId", e.at, e.action, a.given_name || ' ' || a.family_name AS "actorName",
    s.given_name || ' ' || s.family_name AS "subjectName", u.name AS unit, e.source_address AS "sourceAddress", e.detail
  FROM audit_event e
  JOIN organisation o ON o.id = e.organisation_id
  CROSS JOIN LATERAL (SELECT ($2::timestamptz AT TIME ZONE o.time_zone)::date AS today) day
  LEFT JOIN person a ON a.id = e.actor_person_id
  LEFT JOIN person s ON s.id = e.subject_person_id
  LEFT JOIN unit u ON u.id = e.unit_id AND u.organisation_id = e.organisation_id
  WHERE e.organisation_id = $1
    AND ($3::uuid[] IS NULL OR e.unit_id = ANY ($3) OR units_having(e.subject_person_id, $1, day.today) && $3)`;

const ACTIONS = `
  WITH RECURSIVE known AS (
    (SELECT action FROM audit_event WHERE organisation_id = $1 ORDER BY action LIMIT 1)
    UNION ALL
    SELECT (SELECT e.action FROM audit_event e WHERE e.organisation_id = $1 AND e.action > k.action ORDER BY e.action LIMIT 1)
    FROM known k WHERE k.action IS NOT NULL)
  SELECT action FROM known WHERE action IS NOT NULL`;
