import type { ExportManifest } from '@rounds/contracts/completion-records';
import type { ReadTx } from '../platform/db.ts';

type Row = {
  id: string;
  at: Date;
  begun: { filter: Record<string, unknown>; columns: ExportManifest['columns']; timeZone: string };
  end_action: string | null;
  end_at: Date | null;
  end_detail: { rows?: number; bytes?: number; sha256?: string } | null;
};

const LATEST = 20;

const EXPORTS = `
  SELECT b.id, b.at, b.detail AS begun, e.action AS end_action, e.at AS end_at, e.detail AS end_detail
  FROM audit_event b
  LEFT JOIN audit_event e ON e.action IN ('export.ended', 'export.broken-off') AND e.organisation_id = b.organisation_id
    AND e.actor_person_id = b.actor_person_id AND e.detail->>'exportId' = b.id::text
  WHERE b.action = 'export.begun' AND b.organisation_id = $1 AND b.actor_person_id = $2`;

/** A person's own downloads, told from the audit log, latest first. */
export async function exportsOf(tx: ReadTx, organisationId: string, personId: string): Promise<ExportManifest[]> {
  const rows = await tx.rows<Row>(`${EXPORTS} ORDER BY b.at DESC, b.id DESC LIMIT ${LATEST}`, [
    organisationId,
    personId,
  ]);
  return rows.map(manifestOf);
}

export async function exportOf(
  tx: ReadTx,
  organisationId: string,
  personId: string,
  exportId: string,
): Promise<ExportManifest | null> {
  const row = await tx.row<Row>(`${EXPORTS} AND b.id = $3`, [organisationId, personId, exportId]);
  return row === null ? null : manifestOf(row);
}

function manifestOf(row: Row): ExportManifest {
  const { filter, columns, timeZone } = row.begun;
  return {
    exportId: row.id,
    schemaVersion: 1,
    filter: Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)])),
    columns,
    timeZone,
    begunAt: row.at.toISOString(),
    state: row.end_action === null ? 'begun' : row.end_action === 'export.ended' ? 'ended' : 'broken-off',
    endedAt: row.end_at?.toISOString() ?? null,
    rows: row.end_detail?.rows ?? null,
    bytes: row.end_detail?.bytes ?? null,
    sha256: row.end_action === 'export.ended' ? (row.end_detail?.sha256 ?? null) : null,
  };
}
