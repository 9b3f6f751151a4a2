import type { ReadTx } from '../platform/db.ts';

/** Whether a person has any record of a version, so that it stays readable for them after it was taken back. */
export async function hasRecordsOf(tx: ReadTx, personId: string, versionId: string): Promise<boolean> {
  const row = await tx.row<{ has: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM learner_event WHERE person_id = $1 AND version_id = $2)
         OR EXISTS (SELECT 1 FROM attempt WHERE person_id = $1 AND version_id = $2) AS has`,
    [personId, versionId],
  );
  return row?.has ?? false;
}
