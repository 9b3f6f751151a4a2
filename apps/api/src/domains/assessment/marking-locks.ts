import type { Lock } from '../../platform/locks.ts';

/** One submission of a person at a time: what a pass earns depends on what was earned before. */
export function learnerLock(personId: string): Lock {
  return { name: `learner:${personId}` };
}

/** Whoever mends a key waits for submissions under way, and later ones wait for the mended key. */
function markingLock(organisationId: string): Lock {
  return { name: `marking:${organisationId}` };
}

const ALL = '00000000-0000-0000-0000-000000000000';

/**
 * For mending a key: one at a time in all organisations, because each takes the locks of learners as it comes to them,
 * and two that share some would hold each other up.
 */
export function locksToMend(organisationId: string): Lock[] {
  return [{ name: `mending:${ALL}` }, markingLock(organisationId)];
}

/** In this order, so that a submission that waits for a mended key holds nothing. */
export function locksToMark({ personId, organisationId }: { personId: string; organisationId: string }): Lock[] {
  return [{ ...markingLock(organisationId), shared: true }, learnerLock(personId)];
}
