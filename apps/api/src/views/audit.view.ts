import type { AuditEvent, readAudit } from '@rounds/contracts/audit';
import type { QueryOf } from '@rounds/contracts/endpoint';
import * as z from 'zod/mini';
import { CURSOR, readCursor, writeCursor } from '../platform/cursor.ts';
import type { ReadTx, Value } from '../platform/db.ts';
import { type Bind, inHand, type PeopleScope } from './people.query.ts';

const PAGE = 50;
const Key = z.tuple([CURSOR.instant, CURSOR.uuid]);

type Row = Omit<AuditEvent, 'at'> & { at: Date };

/** A page of an organisation's log, latest first; of some units, what concerns them or the people they have. */
export async function auditPage(
  tx: ReadTx,
  scope: PeopleScope,
  query: QueryOf<typeof readAudit>,
): Promise<{ events: AuditEvent[]; nextCursor: string | null }> {
  const values: Value[] = [scope.organisationId];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const conditions = [...reachOf(scope, bind), ...conditionsOf(query, bind)];
  const rows = await tx.composed<Row>(
    `${EVENTS} ${conditions.map((condition) => `AND ${condition}`).join(' ')} ORDER BY e.at DESC, e.id DESC LIMIT ${PAGE + 1}`,
    values,
  );
  const events = rows.slice(0, PAGE).map((row) => ({ ...row, at: row.at.toISOString() }));
  const last = rows.length > PAGE ? events.at(-1) : undefined;
  return { events, nextCursor: last === undefined ? null : writeCursor([last.at, last.auditId]) };
}

function reachOf({ unitIds, today }: PeopleScope, bind: Bind): string[] {
  if (unitIds === null) return [];
  const units = `= ANY (${bind(unitIds)}::uuid[])`;
  return [`(e.unit_id ${units} OR ${inHand('e.subject_person_id', units, bind(today))})`];
}

function conditionsOf({ person, action, from, to, cursor }: QueryOf<typeof readAudit>, bind: Bind): string[] {
  const conditions: string[] = [];
  if (person !== undefined) {
    const place = `${bind(person)}::uuid`;
    conditions.push(
      `(e.subject_person_id = ${place} OR e.actor_person_id = ${place} OR e.subject_person_id ${invitedAs(place)})`,
    );
  }
  if (action !== undefined) conditions.push(`e.action = ${bind(action)}`);
  if (from !== undefined) conditions.push(`e.at >= ${dayBegins(`${bind(from)}::date`)}`);
  if (to !== undefined) conditions.push(`e.at < ${dayBegins(`(${bind(to)}::date + 1)`)}`);
  const after = readCursor(cursor, Key);
  if (after !== null) conditions.push(`(e.at, e.id) < (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`);
  return conditions;
}

/** Until they accepted, somebody known elsewhere was in the log as whoever the organisation had typed. */
const invitedAs = (person: string): string =>
  `IN (SELECT (i.detail ->> 'invitedAs')::uuid FROM audit_event i
    WHERE i.organisation_id = $1 AND i.subject_person_id = ${person} AND i.action = 'invitation.accepted')`;

/** The instant at which a day begins in the organisation. */
const dayBegins = (day: string): string =>
  `(SELECT ${day}::timestamp AT TIME ZONE o.time_zone FROM organisation o WHERE o.id = $1)`;

/** Actions that occur in an organisation's log: steps from one to the next through the index, however long the log. */
export async function auditActions(tx: ReadTx, organisationId: string): Promise<string[]> {
  const rows = await tx.rows<{ action: string }>(ACTIONS, [organisationId]);
  return rows.map(({ action }) => action);
}

const EVENTS = `
  SELECT e.id AS "auditId", e.at, e.action, a.given_name || ' ' || a.family_name AS "actorName",
    s.given_name || ' ' || s.family_name AS "subjectName", u.name AS unit, e.source_address AS "sourceAddress", e.detail
  FROM audit_event e
  LEFT JOIN person a ON a.id = e.actor_person_id
  LEFT JOIN person s ON s.id = e.subject_person_id
  LEFT JOIN unit u ON u.id = e.unit_id AND u.organisation_id = e.organisation_id
  WHERE e.organisation_id = $1`;

const ACTIONS = `
  WITH RECURSIVE known AS (
    (SELECT action FROM audit_event WHERE organisation_id = $1 ORDER BY action LIMIT 1)
    UNION ALL
    SELECT (SELECT e.action FROM audit_event e WHERE e.organisation_id = $1 AND e.action > k.action ORDER BY e.action LIMIT 1)
    FROM known k WHERE k.action IS NOT NULL)
  SELECT action FROM known WHERE action IS NOT NULL`;
