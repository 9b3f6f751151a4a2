import type { ReadTx } from '../platform/db.ts';

/** What a version holds, by ids, without its texts. Cards in order. */
export type VersionOutline = {
  versionId: string;
  moduleId: string;
  title: string;
  minutes: number;
  publishedAt: Date;
  retiredAt: Date | null;
  cardIds: string[];
  itemIds: string[];
  /** Items drawn for a try. */
  quizSize: number;
};

/** By version. One that does not exist, or that the organisation may not see, is left out. */
export async function versionOutlines(
  tx: ReadTx,
  organisationId: string,
  versionIds: readonly string[],
): Promise<Map<string, VersionOutline>> {
  if (versionIds.length === 0) return new Map();
  const rows = await tx.rows<VersionOutline>(OUTLINES, [versionIds, organisationId]);
  return new Map(rows.map((row) => [row.versionId, row]));
}

/** The item of each knowledge check, by version and card. Reads whole documents, so only where it is needed. */
export async function checkItems(tx: ReadTx, versionIds: readonly string[]): Promise<Map<string, Map<string, string>>> {
  if (versionIds.length === 0) return new Map();
  const rows = await tx.rows<{ versionId: string; items: Record<string, string> }>(CHECK_ITEMS, [versionIds]);
  return new Map(rows.map(({ versionId, items }) => [versionId, new Map(Object.entries(items))]));
}

const OUTLINES = `
  SELECT v.id AS "versionId", v.module_id AS "moduleId", v.title, v.minutes, v.published_at AS "publishedAt", r.retired_at AS "retiredAt",
    array(SELECT card->>'cardId' FROM jsonb_array_elements(v.about->'cards') WITH ORDINALITY AS c(card, n) ORDER BY n) AS "cardIds",
    array(SELECT i.item_id::text FROM module_version_item vi JOIN item_version i ON i.id = vi.item_version_id WHERE vi.version_id = v.id) AS "itemIds",
    (v.about->'quiz'->>'size')::int AS "quizSize"
  FROM module_version v
  LEFT JOIN version_retirement r ON r.version_id = v.id
  WHERE v.id = ANY($1::uuid[]) AND (v.organisation_id IS NULL OR v.organisation_id = $2)`;

const CHECK_ITEMS = `
  SELECT v.id AS "versionId", jsonb_object_agg(card->>'cardId', card->'item'->>'itemId') AS items
  FROM module_version v
  CROSS JOIN LATERAL jsonb_array_elements(convert_from(v.learner_document, 'UTF8')::jsonb->'cards') AS card
  WHERE v.id = ANY($1::uuid[]) AND card->>'kind' = 'check'
  GROUP BY v.id`;
