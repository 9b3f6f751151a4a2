import { Injectable } from '@nestjs/common';
import { FEWEST_PARTICIPANTS } from '@rounds/contracts/discussion';
import type { ReadTx, Tx } from '../../platform/db.ts';

export type NewDiscussion = {
  discussionId: string;
  organisationId: string;
  pathId: string;
  code: string;
  openedBy: string;
  openedAt: Date;
};

@Injectable()
export class DiscussionStore {
  /** On the organisation's day. False for a path that has no kit here, or for a code that is taken today. */
  async open(
    tx: Tx,
    { discussionId, organisationId, pathId, code, openedBy, openedAt }: NewDiscussion,
  ): Promise<boolean> {
    const row = await tx.row<object>(OPEN, [discussionId, organisationId, pathId, code, openedBy, openedAt]);
    return row !== null;
  }

  /** The discussion that has this code in an organisation today. */
  async byCode(tx: ReadTx, organisationId: string, code: string, now: Date): Promise<string | null> {
    const row = await tx.row<{ id: string }>(BY_CODE, [organisationId, code, now]);
    return row?.id ?? null;
  }

  /** Confirms once; a second line of the same person changes nothing. */
  async confirm(tx: Tx, discussionId: string, personId: string, line: string, at: Date): Promise<void> {
    await tx.rows(CONFIRM, [discussionId, personId, line, at]);
    await tx.asSystem(() => tx.rows(REACH_QUORUM, [discussionId, at, FEWEST_PARTICIPANTS]));
  }
}

const OPEN = `
  INSERT INTO discussion (id, organisation_id, path_id, path_title, code, held_on, opened_by, opened_at)
  SELECT $1, o.id, p.id, p.title, $4, ($6::timestamptz AT TIME ZONE o.time_zone)::date, $5, $6
  FROM learning_path p JOIN organisation o ON o.id = $2
  WHERE p.id = $3 AND p.discussion IS NOT NULL AND (p.organisation_id IS NULL OR p.organisation_id = o.id)
  ON CONFLICT (organisation_id, held_on, code) DO NOTHING
  RETURNING id`;

const BY_CODE = `
  SELECT d.id FROM discussion d JOIN organisation o ON o.id = d.organisation_id
  WHERE d.organisation_id = $1 AND d.code = $2 AND d.held_on = ($3::timestamptz AT TIME ZONE o.time_zone)::date`;

const CONFIRM = `
  INSERT INTO discussion_participant (discussion_id, person_id, line, confirmed_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (discussion_id, person_id) DO NOTHING`;

const REACH_QUORUM = `
  INSERT INTO discussion_quorum (discussion_id, reached_at)
  SELECT $1, $2 FROM discussion_participant WHERE discussion_id = $1 HAVING count(*) >= $3
  ON CONFLICT (discussion_id) DO NOTHING`;
