import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '../../platform/db.ts';
import type { Subject } from './administer.policy.ts';

/** A member as an administrator's change finds them. */
export type Member = Subject & {
  personId: string;
  givenName: string;
  familyName: string;
  /** Of one who has not accepted yet, what the organisation typed. */
  email: string | null;
  staffNumber: string | null;
  pending: boolean;
  suspended: boolean;
  hasPassword: boolean;
  /** Unit of today's main post. */
  mainUnitId: string | null;
};

@Injectable()
export class SubjectStore {
  /** As on a civil date of the organisation. Null for everybody who is no member. */
  find(tx: ReadTx | Tx, organisationId: string, personId: string, today: string): Promise<Member | null> {
    return tx.row(MEMBER, [organisationId, personId, today]);
  }

  /** Changes of one member run one after the other: this one goes on when those before are done, and sees them. */
  async lock(tx: Tx, organisationId: string, personId: string): Promise<void> {
    await tx.rows('SELECT 1 FROM membership WHERE organisation_id = $1 AND person_id = $2 FOR NO KEY UPDATE', [
      organisationId,
      personId,
    ]);
  }

  /** Whether any other organisation has them too, in whatever state. */
  isKnownElsewhere(tx: Tx, organisationId: string, personId: string): Promise<boolean> {
    return tx.asSystem(async () => {
      const found = await tx.row('SELECT 1 FROM membership WHERE person_id = $1 AND organisation_id <> $2 LIMIT 1', [
        personId,
        organisationId,
      ]);
      return found !== null;
    });
  }
}

const MEMBER = `
  SELECT m.person_id AS "personId", p.given_name AS "givenName", p.family_name AS "familyName", coalesce(m.invited_email, p.email) AS email, m.staff_number AS "staffNumber",
    m.pending, m.suspended_at IS NOT NULL AS suspended, member_has_password(m.person_id, m.organisation_id) AS "hasPassword",
    array(SELECT DISTINCT h.unit_id FROM posts_in_hand($1, $3::date) h WHERE h.person_id = m.person_id) AS "postUnitIds",
    array(SELECT DISTINCT r.unit_id FROM role_grant r
      WHERE r.person_id = m.person_id AND r.organisation_id = m.organisation_id AND r.ended_at IS NULL) AS "roleUnitIds",
    (SELECT s.unit_id FROM main_post(m.person_id, m.organisation_id, $3::date) s) AS "mainUnitId"
  FROM membership m
  JOIN person p ON p.id = m.person_id
  WHERE m.organisation_id = $1 AND m.person_id = $2 AND p.erased_at IS NULL`;
