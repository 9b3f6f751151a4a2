import { Refusal } from '../../platform/problems.ts';

/** An organisation keeps somebody who administers all of it. The caller holds the administrators' lock. */
export function refuseLastAdministrator(administrators: readonly string[], personId: string): void {
  if (administrators.length > 1 || administrators[0] !== personId) return;
  throw new Refusal('conflict', 'This is the last administrator', {
    detail: 'Make another person administrator of the whole organisation first.',
  });
}
