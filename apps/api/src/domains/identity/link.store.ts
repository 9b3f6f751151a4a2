import { Injectable } from '@nestjs/common';
import { hashOf, newToken } from '../../platform/auth/secret-token.ts';
import type { ReadTx, Tx } from '../../platform/db.ts';
import { v7 } from '../../platform/uuid.ts';
import { OneUseLinkEntity } from './one-use-link.entity.ts';
import type { LinkPurpose } from './rules/link-purpose.ts';

export type Link = {
  linkId: string;
  purpose: LinkPurpose;
  personId: string;
  organisationId: string | null;
  madeBy: string | null;
  expiresAt: Date;
};

type NewLink = Omit<Link, 'linkId'> & {
  at: Date;
  /** What the person types or follows; a random one when left out. */
  token?: string;
};

const COLUMNS = `id AS "linkId", purpose, person_id AS "personId", organisation_id AS "organisationId", made_by AS "madeBy", expires_at AS "expiresAt"`;
const OPEN = 'used_at IS NULL AND withdrawn_at IS NULL';

@Injectable()
export class LinkStore {
  /** The token is told here and nowhere else: only its hash is kept. */
  async make(tx: Tx, { at, token = newToken(), ...link }: NewLink): Promise<{ linkId: string; token: string }> {
    const id = v7(at);
    await tx.em.insert(OneUseLinkEntity, {
      tokenHash: hashOf(token),
      id,
      ...link,
      createdAt: at,
      usedAt: null,
      withdrawnAt: null,
    });
    return { linkId: id, token };
  }

  /** Null when unknown, used, withdrawn, or at and after its expiry. */
  findOpen(tx: ReadTx | Tx, token: string, now: Date): Promise<Link | null> {
    return tx.row(`SELECT ${COLUMNS} FROM one_use_link WHERE token_hash = $1 AND ${OPEN} AND expires_at > $2`, [
      hashOf(token),
      now,
    ]);
  }

  findOpenById(tx: ReadTx | Tx, linkId: string, now: Date): Promise<Link | null> {
    return tx.row(`SELECT ${COLUMNS} FROM one_use_link WHERE id = $1 AND ${OPEN} AND expires_at > $2`, [linkId, now]);
  }

  /** Uses a link up. Of two at once one gets it; the other, or a late one, gets null. */
  use(tx: Tx, token: string, now: Date): Promise<Link | null> {
    return tx.row(
      `UPDATE one_use_link SET used_at = $2 WHERE token_hash = $1 AND ${OPEN} AND expires_at > $2 RETURNING ${COLUMNS}`,
      [hashOf(token), now],
    );
  }

  /** Gives an open link a new token, for a mail that is being sent: the one before is worth nothing any more. */
  async renew(tx: Tx, linkId: string, now: Date): Promise<string | null> {
    const token = newToken();
    const done = await tx.row(
      `UPDATE one_use_link SET token_hash = $2 WHERE id = $1 AND ${OPEN} AND expires_at > $3 RETURNING id`,
      [linkId, hashOf(token), now],
    );
    return done === null ? null : token;
  }

  /** Open links of a person in an organisation, the earliest to expire first. */
  openOf(tx: ReadTx | Tx, personId: string, organisationId: string, now: Date): Promise<Link[]> {
    return tx.rows(
      `SELECT ${COLUMNS} FROM one_use_link WHERE person_id = $1 AND organisation_id = $2 AND ${OPEN} AND expires_at > $3 ORDER BY expires_at, id`,
      [personId, organisationId, now],
    );
  }

  /** False when it is used, withdrawn or unknown. */
  async withdraw(tx: Tx, linkId: string, at: Date): Promise<boolean> {
    return (
      (await tx.row(`UPDATE one_use_link SET withdrawn_at = $2 WHERE id = $1 AND ${OPEN} RETURNING id`, [
        linkId,
        at,
      ])) !== null
    );
  }

  /** Withdraws what is still open of one purpose, before another is made. `organisationId` null means a password reset. */
  async withdrawOpen(
    tx: Tx,
    of: { personId: string; organisationId: string | null; purposes: LinkPurpose[] },
    at: Date,
  ): Promise<void> {
    await tx.rows(
      `UPDATE one_use_link SET withdrawn_at = $4
       WHERE person_id = $1 AND organisation_id IS NOT DISTINCT FROM $2::uuid AND purpose = ANY ($3) AND ${OPEN}`,
      [of.personId, of.organisationId, of.purposes, at],
    );
  }

  /** Forgets links that were over before an instant. */
  async forgetOver(tx: Tx, before: Date): Promise<void> {
    await tx.rows('DELETE FROM one_use_link WHERE least(used_at, withdrawn_at, expires_at) < $1', [before]);
  }
}
