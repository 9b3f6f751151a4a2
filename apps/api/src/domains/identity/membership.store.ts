import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '../../platform/db.ts';
import { MembershipEntity } from './membership.entity.ts';

export type Membership = {
  personId: string;
  organisationId: string;
  staffNumber: string | null;
  joinedAt: Date;
  /** Invited; the invitation of this organisation has not been accepted yet. */
  pending: boolean;
  suspendedAt: Date | null;
};

/** An organisation that a person can be signed in to. */
export type OpenMembership = { organisationId: string; name: string; timeZone: string };

const COLUMNS = `person_id AS "personId", organisation_id AS "organisationId", staff_number AS "staffNumber", joined_at AS "joinedAt",
  pending, suspended_at AS "suspendedAt"`;

@Injectable()
export class MembershipStore {
  async add(tx: Tx, membership: Omit<Membership, 'suspendedAt'>): Promise<void> {
    await tx.em.insert(MembershipEntity, { ...membership, suspendedAt: null });
  }

  find(tx: ReadTx | Tx, personId: string, organisationId: string): Promise<Membership | null> {
    return tx.row(`SELECT ${COLUMNS} FROM membership WHERE person_id = $1 AND organisation_id = $2`, [
      personId,
      organisationId,
    ]);
  }

  findByStaffNumber(tx: ReadTx | Tx, organisationId: string, staffNumber: string): Promise<Membership | null> {
    return tx.row(`SELECT ${COLUMNS} FROM membership WHERE organisation_id = $1 AND lower(staff_number) = lower($2)`, [
      organisationId,
      staffNumber.trim(),
    ]);
  }

  /** Accepted and not suspended, by name. */
  openOf(tx: ReadTx | Tx, personId: string): Promise<OpenMembership[]> {
    return tx.rows(
      `SELECT o.id AS "organisationId", o.name, o.time_zone AS "timeZone" FROM membership m JOIN organisation o ON o.id = m.organisation_id
       WHERE m.person_id = $1 AND m.suspended_at IS NULL AND NOT m.pending ORDER BY lower(o.name), o.id`,
      [personId],
    );
  }

  /** How many organisations a person belongs to, in whatever state; needs the system's scope to see them all. */
  async countOf(tx: ReadTx | Tx, personId: string): Promise<number> {
    const found = await tx.row<{ count: number }>(
      'SELECT count(*)::int AS count FROM membership WHERE person_id = $1',
      [personId],
    );
    return found?.count ?? 0;
  }

  /** The invitation is accepted: the membership opens. */
  async accept(tx: Tx, personId: string, organisationId: string, at: Date): Promise<void> {
    await tx.rows(
      'UPDATE membership SET pending = false, joined_at = $3 WHERE person_id = $1 AND organisation_id = $2 AND pending',
      [personId, organisationId, at],
    );
  }

  async changeStaffNumber(tx: Tx, personId: string, organisationId: string, staffNumber: string | null): Promise<void> {
    await tx.rows('UPDATE membership SET staff_number = $3 WHERE person_id = $1 AND organisation_id = $2', [
      personId,
      organisationId,
      staffNumber,
    ]);
  }

  /** Closes the organisation to the person; their sessions there must be ended beside it. */
  async suspend(tx: Tx, personId: string, organisationId: string, at: Date): Promise<void> {
    await tx.rows('UPDATE membership SET suspended_at = $3 WHERE person_id = $1 AND organisation_id = $2', [
      personId,
      organisationId,
      at,
    ]);
  }

  async reinstate(tx: Tx, personId: string, organisationId: string): Promise<void> {
    await tx.rows('UPDATE membership SET suspended_at = NULL WHERE person_id = $1 AND organisation_id = $2', [
      personId,
      organisationId,
    ]);
  }
}
