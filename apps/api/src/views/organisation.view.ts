import type { ReadTx } from '../platform/db.ts';

/** IANA zone in which an organisation's days begin. */
export async function timeZoneOf(tx: ReadTx, organisationId: string): Promise<string> {
  const row = await tx.row<{ time_zone: string }>('SELECT time_zone FROM organisation WHERE id = $1', [organisationId]);
  return row?.time_zone ?? 'Europe/London';
}
