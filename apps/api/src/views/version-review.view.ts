import type { MarkingItem } from '@rounds/contracts/item';
import type { LearnerDocument } from '@rounds/contracts/learner-document';
import type { ReviewState, VersionForReview } from '@rounds/contracts/sign-off';
import * as z from 'zod/mini';
import { CURSOR, readCursor, writeCursor } from '../platform/cursor.ts';
import type { ReadTx } from '../platform/db.ts';

const PAGE = 30;

/** Whether it waits (0) or not (1), then path order. */
const Key = z.tuple([z.int32(), z.int32(), CURSOR.uuid, z.int32(), CURSOR.uuid]);

type Asked = { organisationId: string; now: Date };
type Row = VersionForReview & { sortKey: (string | number)[] };
type Page = { versions: VersionForReview[]; nextCursor: string | null };

export async function versionsForReview(
  tx: ReadTx,
  asked: Asked & { state: ReviewState | null },
  cursor: string | undefined,
): Promise<Page> {
  const after = readCursor(cursor, Key) ?? [-1, 0, asked.organisationId, 0, asked.organisationId];
  const rows = await tx.rows<Row>(LIST, [asked.organisationId, asked.now, asked.state, ...after]);
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    versions: shown.map(({ sortKey: _, ...version }) => version),
    nextCursor: last === undefined ? null : writeCursor(last.sortKey),
  };
}

/** How many current versions nobody vouches for in the organisation. */
export async function countWaiting(tx: ReadTx, organisationId: string): Promise<number> {
  const row = await tx.row<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM current_version v
     WHERE v.file_reviewer IS NULL
       AND NOT EXISTS (SELECT 1 FROM sign_off s WHERE s.version_id = v.id AND s.organisation_id = $1)`,
    [organisationId],
  );
  return row?.waiting ?? 0;
}

/** One version, retired or not. Null for one that does not exist for this organisation. */
export function versionForReview(
  tx: ReadTx,
  { organisationId, now }: Asked,
  versionId: string,
): Promise<VersionForReview | null> {
  return tx.row<VersionForReview>(ONE, [organisationId, now, versionId]);
}

/** What a reviewer reads, beside who vouches for it. */
export type VersionTexts = {
  comment: string | null;
  retired: boolean;
  document: LearnerDocument;
  items: MarkingItem[];
};

export function versionTexts(tx: ReadTx, { organisationId }: Asked, versionId: string): Promise<VersionTexts | null> {
  return tx.row<VersionTexts>(TEXTS, [organisationId, versionId]);
}

const COLUMNS = `
  v.id AS "versionId", v.module_id AS "moduleId", v.title, v.major || '.' || v.minor AS version, v.change_note AS "changeNote",
  p.title AS "pathTitle", v.minutes, (v.published_at AT TIME ZONE o.time_zone)::date::text AS "publishedOn",
  v.review_by::text AS "reviewBy", v.review_by < ($2::timestamptz AT TIME ZONE o.time_zone)::date AS "reviewOverdue", stand.state,
  CASE stand.state
    WHEN 'reviewed-in-files' THEN jsonb_build_object(
      'name', v.file_reviewer->>'name', 'role', v.file_reviewer->>'role', 'on', v.file_reviewer->>'on', 'where', 'file')
    WHEN 'signed-off' THEN jsonb_build_object(
      'name', s.person_name, 'role', s.person_title, 'on', (s.signed_at AT TIME ZONE o.time_zone)::date, 'where', 'organisation')
  END AS "reviewedBy"`;

const JOINS = `
  JOIN learning_module m ON m.id = v.module_id
  JOIN learning_path p ON p.id = m.path_id
  JOIN organisation o ON o.id = $1
  LEFT JOIN sign_off s ON s.version_id = v.id AND s.organisation_id = o.id
  CROSS JOIN LATERAL (SELECT CASE
    WHEN v.file_reviewer IS NOT NULL THEN 'reviewed-in-files' WHEN s.id IS NOT NULL THEN 'signed-off' ELSE 'waiting' END AS state) stand`;

const ORDER = `(CASE stand.state WHEN 'waiting' THEN 0 ELSE 1 END), p.position, p.id, m.position, m.id`;

const LIST = `
  SELECT ${COLUMNS}, jsonb_build_array(${ORDER}) AS "sortKey" FROM current_version v ${JOINS}
  WHERE ($3::text IS NULL OR stand.state = $3) AND (${ORDER}) > ($4::int, $5::int, $6::uuid, $7::int, $8::uuid)
  ORDER BY ${ORDER} LIMIT ${PAGE + 1}`;

const ONE = `SELECT ${COLUMNS} FROM module_version v ${JOINS} WHERE v.id = $3`;

const TEXTS = `
  SELECT s.comment, r.version_id IS NOT NULL AS retired, convert_from(v.learner_document, 'UTF8')::json AS document,
    v.marking_document->'items' AS items
  FROM module_version v
  LEFT JOIN version_retirement r ON r.version_id = v.id
  LEFT JOIN sign_off s ON s.version_id = v.id AND s.organisation_id = $1
  WHERE v.id = $2`;
