import type { ReadTx } from '../platform/db.ts';

/** IANA zone in which an organisation's days begin. */
export async function timeZoneOf(tx: ReadTx, organisationId: string): Promise<string> {
  const row = await tx.row<{ time_zone: string }>('SELECT time_zone FROM organisation WHERE id = $1', [organisationId]);
  return row?.time_zone ?? 'Europe/London';
}

/** The civil date where an organisation is. */
export async function dayAt(tx: ReadTx, organisationId: string, now: Date): Promise<string> {
  const row = await tx.row<{ day: string }>(
    'SELECT ($2::timestamptz AT TIME ZONE time_zone)::date::text AS day FROM organisation WHERE id = $1',
    [organisationId, now],
  );
  if (row === null) throw new Error('An actor belongs to an organisation that cannot be read');
  return row.day;
}
