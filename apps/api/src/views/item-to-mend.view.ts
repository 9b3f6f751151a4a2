import type { Key, MarkingItem } from '@rounds/contracts/item';
import type { ItemToMend, KeyCorrection } from '@rounds/contracts/re-mark';
import type { ReadTx } from '../platform/db.ts';

/** An edition of an item as marked in one organisation. */
export type MendableItem = Omit<ItemToMend, 'attempts'>;

/** Null for an item that does not exist, is not in this version, or belongs to another organisation. */
export async function itemOfVersion(
  tx: ReadTx,
  organisationId: string,
  { versionId, itemId }: { versionId: string; itemId: string },
): Promise<MendableItem | null> {
  const row = await tx.row<{ id: string }>(
    `SELECT i.id FROM module_version_item vi JOIN item_version i ON i.id = vi.item_version_id WHERE vi.version_id = $1 AND i.item_id = $2`,
    [versionId, itemId],
  );
  return row && itemToMend(tx, organisationId, row.id);
}

/** Null for an edition that does not exist or belongs to another organisation. Asks for it in any scope. */
export async function itemToMend(
  tx: ReadTx,
  organisationId: string,
  itemVersionId: string,
): Promise<MendableItem | null> {
  const row = await tx.row<Omit<MendableItem, 'key'>>(ITEM, [itemVersionId, organisationId]);
  return row && { ...row, key: keyNow(row.item, row.corrections) };
}

function keyNow(item: MarkingItem, [latest]: readonly KeyCorrection[]): Key {
  return latest?.key ?? item.key;
}

const ITEM = `
  SELECT e.id AS "itemVersionId", i.module_id AS "moduleId", e.content AS item, held.title AS "moduleTitle", held.versions,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('correctionId', k.id, 'key', k.key, 'reason', k.reason,
        'correctedBy', concat_ws(' ', p.given_name, p.family_name), 'correctedOn', (k.corrected_at AT TIME ZONE o.time_zone)::date)
        ORDER BY k.corrected_at DESC, k.id DESC), '[]')
      FROM key_correction k JOIN person p ON p.id = k.person_id
      WHERE k.item_version_id = e.id AND k.organisation_id = $2) AS corrections
  FROM item_version e
  JOIN item i ON i.id = e.item_id
  JOIN organisation o ON o.id = $2
  CROSS JOIN LATERAL (
    SELECT (array_agg(v.title ORDER BY v.major DESC, v.minor DESC))[1] AS title,
      array_agg(v.major || '.' || v.minor ORDER BY v.major DESC, v.minor DESC) AS versions
    FROM module_version_item vi JOIN module_version v ON v.id = vi.version_id WHERE vi.item_version_id = e.id) held
  WHERE e.id = $1 AND (e.organisation_id IS NULL OR e.organisation_id = $2)`;
