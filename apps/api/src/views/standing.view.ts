import type { ReadTx } from '../platform/db.ts';

type Asked = {
  personId: string;
  organisationId: string;
  /** Stands in where the person had no post. */
  fallbackUnitId: string;
  /** `day`: civil date where the person was; null for the organisation's own. */
  moments: readonly { at: Date; day: string | null }[];
};

/** Where a person stood in an organisation. */
export type Standing = { unitId: string; staffGroup: string };

/** The main post's unit and staff group at each moment, in the order asked for. */
export async function standingsAt(
  tx: ReadTx,
  { personId, organisationId, fallbackUnitId, moments }: Asked,
): Promise<Standing[]> {
  if (moments.length === 0) return [];
  return tx.rows<Standing>(STANDINGS, [personId, organisationId, fallbackUnitId, JSON.stringify(moments)]);
}

const STANDINGS = `
  SELECT coalesce(post.unit_id, $3::uuid) AS "unitId", coalesce(post.staff_group, '') AS "staffGroup"
  FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS asked(moment, n)
  JOIN organisation o ON o.id = $2
  CROSS JOIN LATERAL (
    SELECT coalesce((moment->>'day')::date, ((moment->>'at')::timestamptz AT TIME ZONE o.time_zone)::date) AS day) day
  LEFT JOIN LATERAL main_post($1, $2, day.day) post ON true
  ORDER BY n`;
