import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '../../platform/db.ts';

export type Unit = {
  unitId: string;
  organisationId: string;
  parentId: string | null;
  name: string;
  /** The unit itself and every unit above it, root first. */
  ancestors: string[];
  closedAt: Date | null;
};

const COLUMNS = `id AS "unitId", organisation_id AS "organisationId", parent_id AS "parentId", name, ancestors, closed_at AS "closedAt"`;

@Injectable()
export class UnitStore {
  /** Without a parent it becomes the root, which stands for the organisation itself. */
  async add(
    tx: Tx,
    unit: { unitId: string; organisationId: string; parentId: string | null; name: string; at: Date },
  ): Promise<void> {
    await tx.rows(
      `INSERT INTO unit (id, organisation_id, parent_id, name, ancestors, created_at)
       VALUES ($1, $2, $3, $4, coalesce((SELECT ancestors FROM unit WHERE id = $3), '{}') || $1::uuid, $5)`,
      [unit.unitId, unit.organisationId, unit.parentId, unit.name, unit.at],
    );
  }

  find(tx: ReadTx | Tx, organisationId: string, unitId: string): Promise<Unit | null> {
    return tx.row(`SELECT ${COLUMNS} FROM unit WHERE organisation_id = $1 AND id = $2`, [organisationId, unitId]);
  }

  findRoot(tx: ReadTx | Tx, organisationId: string): Promise<Unit | null> {
    return tx.row(`SELECT ${COLUMNS} FROM unit WHERE organisation_id = $1 AND parent_id IS NULL`, [organisationId]);
  }

  /** Open units, parents before children. */
  tree(tx: ReadTx | Tx, organisationId: string): Promise<Unit[]> {
    return tx.rows(
      `SELECT ${COLUMNS} FROM unit u WHERE organisation_id = $1 AND closed_at IS NULL
       ORDER BY (SELECT array_agg(lower(a.name) ORDER BY cardinality(a.ancestors)) FROM unit a WHERE a.id = ANY (u.ancestors)), id`,
      [organisationId],
    );
  }

  /** Held until the transaction ends, so that two moves at once cannot close a circle. */
  async lockTree(tx: Tx, organisationId: string): Promise<void> {
    await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('unit-tree:' || $1, 0))`, [organisationId]);
  }

  async rename(tx: Tx, organisationId: string, unitId: string, name: string): Promise<void> {
    await tx.rows('UPDATE unit SET name = $3 WHERE organisation_id = $1 AND id = $2', [organisationId, unitId, name]);
  }

  /** Moves a unit with all below it. The caller holds the tree's lock and has refused a parent that lies below the unit. */
  async move(tx: Tx, organisationId: string, unitId: string, parentId: string): Promise<void> {
    await tx.rows('UPDATE unit SET parent_id = $3 WHERE organisation_id = $1 AND id = $2', [
      organisationId,
      unitId,
      parentId,
    ]);
    await tx.rows(
      `UPDATE unit SET ancestors = (SELECT ancestors FROM unit WHERE id = $3) || ancestors[array_position(ancestors, $2::uuid):]
       WHERE organisation_id = $1 AND ancestors @> ARRAY[$2::uuid]`,
      [organisationId, unitId, parentId],
    );
  }

  async close(tx: Tx, organisationId: string, unitId: string, at: Date): Promise<void> {
    await tx.rows('UPDATE unit SET closed_at = $3 WHERE organisation_id = $1 AND id = $2', [
      organisationId,
      unitId,
      at,
    ]);
  }
}
