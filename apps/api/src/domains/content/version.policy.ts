import type { Actor } from '@rounds/contracts/actor';
import { Refusal } from '../../platform/problems.ts';

/** A library version is open to all; another belongs to its organisation. */
export function mayRead(actor: Pick<Actor, 'organisationId'>, version: { organisationId: string | null }): boolean {
  return version.organisationId === null || version.organisationId === actor.organisationId;
}

/** The same for one that is nowhere and for one that is not theirs to know of. */
export function noSuchVersion(): Refusal {
  return new Refusal('not-found', 'There is no such learning module version');
}
