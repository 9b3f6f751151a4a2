import { Injectable } from '@nestjs/common';
import type { AuditAction } from '@rounds/contracts/audit-action';
import { v7 } from '../uuid.ts';
import type { Tx } from '../db.ts';

/** Who did, or read, what personal data of others. `detail` names fields and filters, never their private content. */
export type AuditEntry = {
  at: Date;
  action: AuditAction;
  actorPersonId: string | null;
  organisationId: string | null;
  unitId?: string | null;
  subjectPersonId?: string | null;
  detail?: object;
  sourceAddress?: string | null;
  correlationId?: string | null;
};

@Injectable()
export class AuditLog {
  /** Adds an entry in the caller's transaction. Returns its id. */
  async add(tx: Tx, entry: AuditEntry): Promise<string> {
    const id = v7(entry.at);
    await tx.rows(
      `INSERT INTO audit_event (id, at, action, actor_person_id, organisation_id, unit_id, subject_person_id, detail, source_address, correlation_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        entry.at,
        entry.action,
        entry.actorPersonId,
        entry.organisationId,
        entry.unitId ?? null,
        entry.subjectPersonId ?? null,
        entry.detail ?? {},
        entry.sourceAddress ?? null,
        entry.correlationId ?? null,
      ],
    );
    return id;
  }
}
