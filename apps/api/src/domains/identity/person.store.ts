import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '../../platform/db.ts';

export type Person = { personId: string; givenName: string; familyName: string; email: string | null };

const COLUMNS = `id AS "personId", given_name AS "givenName", family_name AS "familyName", email`;

@Injectable()
export class PersonStore {
  /** Plain SQL, which returns nothing: a person without a membership yet could not be read back under row-level security. */
  async add(tx: Tx, { personId, givenName, familyName, email, at }: Person & { at: Date }): Promise<void> {
    await tx.rows('INSERT INTO person (id, given_name, family_name, email, created_at) VALUES ($1, $2, $3, $4, $5)', [
      personId,
      givenName,
      familyName,
      email,
      at,
    ]);
  }

  find(tx: ReadTx | Tx, personId: string): Promise<Person | null> {
    return tx.row(`SELECT ${COLUMNS} FROM person WHERE id = $1`, [personId]);
  }

  /** Whatever its case. In an actor's scope only people of the actor's organisation are found. */
  findByEmail(tx: ReadTx | Tx, email: string): Promise<Person | null> {
    return tx.row(`SELECT ${COLUMNS} FROM person WHERE lower(email) = lower($1)`, [email.trim()]);
  }

  async rename(tx: Tx, personId: string, name: { givenName: string; familyName: string }): Promise<void> {
    await tx.rows('UPDATE person SET given_name = $2, family_name = $3 WHERE id = $1', [
      personId,
      name.givenName,
      name.familyName,
    ]);
  }

  /** Of one who turned out to be somebody else: the row stays for what points at it, and tells nothing. */
  async empty(tx: Tx, personId: string, at: Date): Promise<void> {
    await tx.rows(
      `UPDATE person SET given_name = 'Erased', family_name = 'person', email = NULL, erased_at = $2 WHERE id = $1`,
      [personId, at],
    );
  }

  /** The address by which an organisation invited them becomes their own. */
  async takeInvitedEmail(tx: Tx, personId: string, organisationId: string): Promise<void> {
    await tx.rows(
      `UPDATE person p SET email = m.invited_email FROM membership m
       WHERE p.id = $1 AND m.person_id = p.id AND m.organisation_id = $2 AND m.pending AND m.invited_email IS NOT NULL`,
      [personId, organisationId],
    );
  }

  async changeEmail(tx: Tx, personId: string, email: string | null): Promise<void> {
    await tx.rows('UPDATE person SET email = $2 WHERE id = $1', [personId, email]);
  }
}
