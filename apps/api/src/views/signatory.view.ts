import type { ReadTx } from '../platform/db.ts';

export type Signatory = { name: string; title: string };

/** How a person signs in an organisation on a day: full name and the title of the main post, or their role without one. */
export async function signatory(
  tx: ReadTx,
  who: { personId: string; organisationId: string; at: Date; role: string },
): Promise<Signatory> {
  const row = await tx.row<Signatory>(
    `SELECT concat_ws(' ', p.given_name, p.family_name) AS name, coalesce(post.title, $4) AS title
     FROM person p
     JOIN organisation o ON o.id = $2
     LEFT JOIN LATERAL main_post(p.id, o.id, ($3::timestamptz AT TIME ZONE o.time_zone)::date) post ON true
     WHERE p.id = $1`,
    [who.personId, who.organisationId, who.at, who.role],
  );
  if (row === null) throw new Error('An actor who signs is not to be found');
  return row;
}
