import { type Discussion, DISCUSSION_MINUTES, type DiscussionKit } from '@rounds/contracts/discussion';
import type { ReadTx, Tx } from '../platform/db.ts';

/** Null for a path without a kit, or one that this organisation may not see. */
export function discussionKit(
  tx: ReadTx,
  organisationId: string,
  pathId: string,
): Promise<{ pathId: string; title: string; kit: DiscussionKit } | null> {
  return tx.row(KIT, [pathId, organisationId]);
}

/** As one of its people sees it; null for anybody else, and in another organisation. Counts others, so it needs a Tx. */
export async function discussionOf(
  tx: Tx,
  { personId, organisationId }: { personId: string; organisationId: string },
  discussionId: string,
): Promise<Discussion | null> {
  return tx.asSystem(() => tx.row<Discussion>(ONE, [discussionId, personId, organisationId, DISCUSSION_MINUTES]));
}

/** One entry of a person's own record. */
export type DiscussionEntry = Pick<Discussion, 'discussionId' | 'pathTitle' | 'on' | 'minutes'> & { line: string };

/** What a person took part in during one calendar year, latest first, in whichever organisation. */
export function discussionEntries(tx: ReadTx, personId: string, year: number): Promise<DiscussionEntry[]> {
  return tx.rows<DiscussionEntry>(OF_YEAR, [personId, year, DISCUSSION_MINUTES]);
}

const KIT = `
  SELECT p.id AS "pathId", p.title, p.discussion AS kit FROM learning_path p
  WHERE p.id = $1 AND p.discussion IS NOT NULL AND (p.organisation_id IS NULL OR p.organisation_id = $2)`;

const QUORUM = 'EXISTS (SELECT 1 FROM discussion_quorum q WHERE q.discussion_id = d.id)';

const ONE = `
  SELECT d.id AS "discussionId", d.path_id AS "pathId", d.path_title AS "pathTitle", d.code, d.held_on::text AS "on", mine.line,
    (SELECT count(*)::int FROM discussion_participant p WHERE p.discussion_id = d.id) AS confirmed,
    CASE WHEN mine.person_id IS NOT NULL AND ${QUORUM} THEN $4::int ELSE 0 END AS minutes
  FROM discussion d
  LEFT JOIN discussion_participant mine ON mine.discussion_id = d.id AND mine.person_id = $2
  WHERE d.id = $1 AND d.organisation_id = $3 AND (d.opened_by = $2 OR mine.person_id IS NOT NULL)`;

const OF_YEAR = `
  SELECT d.id AS "discussionId", d.path_title AS "pathTitle", d.held_on::text AS "on", mine.line,
    CASE WHEN ${QUORUM} THEN $3::int ELSE 0 END AS minutes
  FROM discussion_participant mine
  JOIN discussion d ON d.id = mine.discussion_id
  WHERE mine.person_id = $1 AND d.held_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31)
  ORDER BY d.held_on DESC, mine.confirmed_at DESC`;
