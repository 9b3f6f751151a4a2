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
  /** The address that the organisation typed, while it waits. */
  invitedEmail: string | null;
  suspendedAt: Date | null;
};

/** Where the audit log has what somebody did about their sign-in: seen by the administrators there. */
export type Place = { organisationId: string | null; unitId: string | null };

/** An organisation that a person can be signed in to. */
export type OpenMembership = { organisationId: string; name: string; timeZone: string };

const COLUMNS = `person_id AS "personId", organisation_id AS "organisationId", staff_number AS "staffNumber", joined_at AS "joinedAt",
  pending, invited_email AS "invitedEmail", suspended_at AS "suspendedAt"`;

@Injectable()
export class MembershipStore {
  async add(
    tx: Tx,
    membership: Omit<Membership, 'suspendedAt' | 'invitedEmail'> & { invitedEmail?: string | null },
  ): Promise<void> {
    await tx.em.insert(MembershipEntity, { invitedEmail: null, ...membership, suspendedAt: null });
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

  /**
   * The organisation named, or the only one that the person belongs to, with the unit of the main post on the day of an
   * instant. Nothing of a person of several, or of nobody.
   */
  async placeOf(tx: ReadTx | Tx, personId: string | null, named: string | null, at: Date): Promise<Place> {
    const found = await tx.rows<Place>(PLACES, [personId, named, at]);
    return found.length === 1 && found[0] !== undefined ? found[0] : { organisationId: named, unitId: null };
  }

  /** Those of these people who belong to another organisation too; needs the system's scope to see it. */
  async elsewhereToo(tx: ReadTx | Tx, organisationId: string, personIds: readonly string[]): Promise<string[]> {
    const rows = await tx.rows<{ personId: string }>(
      'SELECT DISTINCT person_id AS "personId" FROM membership WHERE person_id = ANY ($1::uuid[]) AND organisation_id <> $2',
      [personIds, organisationId],
    );
    return rows.map(({ personId }) => personId);
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
      `UPDATE membership SET pending = false, invited_email = NULL, joined_at = $3
       WHERE person_id = $1 AND organisation_id = $2 AND pending`,
      [personId, organisationId, at],
    );
  }

  /**
   * The one invited is somebody known already: the membership opens as theirs, with its posts and roles. False when it was
   * meanwhile meant for another address.
   */
  async acceptAs(
    tx: Tx,
    { invited, owner, organisationId }: { invited: string; owner: string; organisationId: string },
    at: Date,
  ): Promise<boolean> {
    const done = await tx.row(
      `UPDATE membership SET person_id = $2, pending = false, invited_email = NULL, joined_at = $4
       WHERE person_id = $1 AND organisation_id = $3 AND pending
         AND lower(invited_email) = (SELECT lower(email) FROM person WHERE id = $2)
       RETURNING person_id`,
      [invited, owner, organisationId, at],
    );
    return done !== null;
  }

  /** Whether anybody else of the organisation has an address, or was invited by it. */
  async hasEmail(tx: Tx, organisationId: string, email: string, except: string | null = null): Promise<boolean> {
    const found = await tx.row(
      `SELECT 1 FROM membership m JOIN person p ON p.id = m.person_id
       WHERE m.organisation_id = $1 AND lower($2) IN (lower(p.email), lower(m.invited_email)) AND m.person_id IS DISTINCT FROM $3::uuid
       LIMIT 1`,
      [organisationId, email, except],
    );
    return found !== null;
  }

  async changeInvitedEmail(tx: Tx, personId: string, organisationId: string, email: string | null): Promise<void> {
    await tx.rows('UPDATE membership SET invited_email = $3 WHERE person_id = $1 AND organisation_id = $2', [
      personId,
      organisationId,
      email,
    ]);
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

const PLACES = `
  SELECT m.organisation_id AS "organisationId", (
    SELECT s.unit_id FROM main_post(m.person_id, m.organisation_id, ($3::timestamptz AT TIME ZONE o.time_zone)::date) s) AS "unitId"
  FROM membership m JOIN organisation o ON o.id = m.organisation_id
  WHERE m.person_id = $1 AND CASE WHEN $2::uuid IS NULL THEN NOT m.pending ELSE m.organisation_id = $2 END
  LIMIT 2`;
