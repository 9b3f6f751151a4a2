import { Injectable } from '@nestjs/common';
import type { Role } from '@rounds/contracts/actor';
import type { ReadTx, Tx } from '../../platform/db.ts';
import { RoleGrantEntity } from './role-grant.entity.ts';

export type RoleGrant = {
  roleGrantId: string;
  personId: string;
  organisationId: string;
  role: Role;
  unitId: string;
  grantedAt: Date;
};

const COLUMNS = `id AS "roleGrantId", person_id AS "personId", organisation_id AS "organisationId", role, unit_id AS "unitId", granted_at AS "grantedAt"`;

@Injectable()
export class RoleStore {
  async grant(tx: Tx, { roleGrantId: id, ...grant }: RoleGrant): Promise<void> {
    await tx.em.insert(RoleGrantEntity, { id, ...grant, endedAt: null });
  }

  /** Current ones. */
  of(tx: ReadTx | Tx, personId: string, organisationId: string): Promise<RoleGrant[]> {
    return tx.rows(
      `SELECT ${COLUMNS} FROM role_grant WHERE person_id = $1 AND organisation_id = $2 AND ended_at IS NULL ORDER BY role, granted_at, id`,
      [personId, organisationId],
    );
  }

  async end(tx: Tx, organisationId: string, roleGrantId: string, at: Date): Promise<void> {
    await tx.rows('UPDATE role_grant SET ended_at = $3 WHERE organisation_id = $1 AND id = $2 AND ended_at IS NULL', [
      organisationId,
      roleGrantId,
      at,
    ]);
  }

  /** Held until the transaction ends, so that two administrators cannot each remove the other as the last but one. */
  async lockAdministrators(tx: Tx, organisationId: string): Promise<void> {
    await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('administrators:' || $1, 0))`, [organisationId]);
  }

  /** People who hold the role of administrator of the whole organisation, have accepted, and are not suspended. */
  async administratorsOf(tx: ReadTx | Tx, organisationId: string): Promise<string[]> {
    const found = await tx.rows<{ personId: string }>(
      `SELECT DISTINCT r.person_id AS "personId" FROM role_grant r
       JOIN membership m ON m.person_id = r.person_id AND m.organisation_id = r.organisation_id
         AND m.suspended_at IS NULL AND NOT m.pending
       JOIN unit u ON u.id = r.unit_id AND u.parent_id IS NULL
       WHERE r.organisation_id = $1 AND r.role = 'administrator' AND r.ended_at IS NULL`,
      [organisationId],
    );
    return found.map(({ personId }) => personId);
  }

  /** In any organisation; needs the system's scope. */
  async anyAdministrator(tx: ReadTx | Tx): Promise<boolean> {
    return (
      (await tx.row(`SELECT 1 FROM role_grant WHERE role = 'administrator' AND ended_at IS NULL LIMIT 1`)) !== null
    );
  }
}
