import type { LearnerEvent } from '@rounds/contracts/event';
import type { ReadTx } from '../platform/db.ts';

/** A person's events of some versions, as they sent them, with the time each arrived. */
export async function eventsOf(
  tx: ReadTx,
  personId: string,
  versionIds: readonly string[],
): Promise<(LearnerEvent & { receivedAt: string })[]> {
  const rows = await tx.rows<{ payload: LearnerEvent; receivedAt: Date }>(EVENTS, [personId, versionIds]);
  return rows.map(({ payload, receivedAt }) => ({ ...payload, receivedAt: receivedAt.toISOString() }));
}

export type Tries = { nextTryNumber: number; lastAttemptId: string | null; passedAttemptId: string | null };

/** A person's tries at one version, as they are marked now. */
export async function triesOf(tx: ReadTx, personId: string, versionId: string): Promise<Tries> {
  const row = await tx.row<Tries>(TRIES, [personId, versionId]);
  return row ?? { nextTryNumber: 1, lastAttemptId: null, passedAttemptId: null };
}

/** Of every kind: what changes no progress still tells that its device's earlier events happened before it. */
const EVENTS = `
  SELECT payload, received_at AS "receivedAt" FROM learner_event
  WHERE person_id = $1 AND version_id = ANY($2::uuid[])`;

const LATEST_MARK = `
  (SELECT m.passed FROM mark m WHERE m.person_id = a.person_id AND m.attempt_id = a.id ORDER BY m.sequence DESC LIMIT 1)`;

const TRIES = `
  SELECT coalesce(max(a.try_number), 0) + 1 AS "nextTryNumber",
    (array_agg(a.id ORDER BY a.received_at DESC, a.try_number DESC))[1] AS "lastAttemptId",
    (array_agg(a.id ORDER BY a.received_at DESC, a.try_number DESC) FILTER (WHERE a.passed))[1] AS "passedAttemptId"
  FROM (SELECT a.id, a.try_number, a.received_at, ${LATEST_MARK} AS passed FROM attempt a WHERE a.person_id = $1 AND a.version_id = $2) a`;
