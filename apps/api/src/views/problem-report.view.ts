import type { ProblemPlace, ProblemReport } from '@rounds/contracts/problem-report';
import * as z from 'zod/mini';
import { CURSOR, readCursor, writeCursor } from '../platform/cursor.ts';
import type { ReadTx } from '../platform/db.ts';

const PAGE = 30;

/** Open (0) before answered (1), then the latest first; microseconds since 1970, as the database keeps them. */
const Key = z.tuple([z.int32(), z.int(), CURSOR.uuid]);
const BEFORE_ALL = [-1, 0, '00000000-0000-0000-0000-000000000000'] as const;

type Row = Omit<ProblemReport, 'place'> & {
  place: { kind: 'card'; cardId: string } | { kind: 'item'; itemId: string };
  cardTitle: string | null;
  stemHtml: string | null;
  sortKey: [number, number, string];
};
type Filter = { state: 'open' | 'answered' | null; cursor: string | undefined };
type Page = { reports: ProblemReport[]; nextCursor: string | null };

export async function problemReports(tx: ReadTx, organisationId: string, { state, cursor }: Filter): Promise<Page> {
  const after = readCursor(cursor, Key) ?? BEFORE_ALL;
  const rows = await tx.rows<Row>(LIST, [organisationId, state, ...after]);
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return { reports: shown.map(reportOf), nextCursor: last === undefined ? null : writeCursor(last.sortKey) };
}

export async function countOpenReports(tx: ReadTx, organisationId: string): Promise<number> {
  const row = await tx.row<{ open: number }>(
    `SELECT count(*)::int AS open FROM problem_report r
     WHERE r.organisation_id = $1 AND NOT EXISTS (SELECT 1 FROM problem_answer a WHERE a.report_id = r.id)`,
    [organisationId],
  );
  return row?.open ?? 0;
}

/** Null for a report that does not exist for this organisation. */
export async function problemReport(
  tx: ReadTx,
  organisationId: string,
  reportId: string,
): Promise<ProblemReport | null> {
  const row = await tx.row<Row>(ONE, [organisationId, reportId]);
  return row === null ? null : reportOf(row);
}

function reportOf({ sortKey: _, cardTitle, stemHtml, place, ...row }: Row): ProblemReport {
  return { ...row, place: placeOf(place, cardTitle, stemHtml) };
}

function placeOf(place: Row['place'], cardTitle: string | null, stemHtml: string | null): ProblemPlace {
  if (place.kind === 'card') return { ...place, title: cardTitle ?? '' };
  return { ...place, stem: plainWords(stemHtml ?? '') };
}

const ENTITY: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** Published HTML as one line of words. */
function plainWords(html: string): string {
  const text = html
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITY[entity] ?? entity);
  return text.replaceAll(/\s+/gu, ' ').trim();
}

const COLUMNS = `
  r.id AS "reportId", v.module_id AS "moduleId", v.id AS "versionId", v.title AS "moduleTitle", v.major || '.' || v.minor AS version,
  r.place, r.text, (r.reported_at AT TIME ZONE o.time_zone)::date::text AS "reportedOn", coalesce(post.title, '') AS "senderPost", u.name AS "senderUnit",
  (SELECT card->>'title' FROM jsonb_array_elements(v.about->'cards') card WHERE card->>'cardId' = r.place->>'cardId') AS "cardTitle",
  (SELECT item->>'stemHtml' FROM jsonb_array_elements(v.marking_document->'items') item WHERE item->>'itemId' = r.place->>'itemId') AS "stemHtml",
  CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('text', a.text, 'answeredOn', (a.answered_at AT TIME ZONE o.time_zone)::date,
    'answeredBy', concat_ws(' ', by.given_name, by.family_name)) END AS answer`;

/** The sender's post is that of the day of the report; who the sender is stays out. */
const JOINS = `
  FROM problem_report r
  JOIN organisation o ON o.id = r.organisation_id
  JOIN module_version v ON v.id = r.version_id
  JOIN unit u ON u.id = r.unit_id
  LEFT JOIN LATERAL (
    SELECT p.title FROM posts_on(r.person_id, r.organisation_id, (r.reported_at AT TIME ZONE o.time_zone)::date) p
    ORDER BY p.unit_id = r.unit_id DESC, p.main DESC, p.starts_on, p.id LIMIT 1) post ON true
  LEFT JOIN problem_answer a ON a.report_id = r.id
  LEFT JOIN person by ON by.id = a.person_id`;

const ORDER =
  '(CASE WHEN a.id IS NULL THEN 0 ELSE 1 END), -(extract(epoch FROM r.reported_at) * 1000000)::bigint, r.id';

const LIST = `
  SELECT ${COLUMNS}, jsonb_build_array(${ORDER}) AS "sortKey" ${JOINS}
  WHERE r.organisation_id = $1 AND ($2::text IS NULL OR ($2 = 'answered') = (a.id IS NOT NULL)) AND (${ORDER}) > ($3::int, $4::bigint, $5::uuid)
  ORDER BY ${ORDER} LIMIT ${PAGE + 1}`;

const ONE = `SELECT ${COLUMNS} ${JOINS} WHERE r.organisation_id = $1 AND r.id = $2`;
