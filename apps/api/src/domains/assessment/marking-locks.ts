import type { Lock } from '../../platform/locks.ts';

/** One submission of a person at a time: what a pass earns depends on what was earned before. */
export function learnerLock(personId: string): Lock {
  return { name: `learner:${personId}` };
}

/** Whoever mends a key waits for submissions under way, and later ones wait for the mended key. */
export function markingLock(organisationId: string): Lock {
  return { name: `marking:${organisationId}` };
}

/** In this order, so that a submission that waits for a mended key holds nothing. */
export function locksToMark({ personId, organisationId }: { personId: string; organisationId: string }): Lock[] {
  return [{ ...markingLock(organisationId), shared: true }, learnerLock(personId)];
}
