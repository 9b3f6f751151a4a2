import type { Actor } from '@rounds/contracts/actor';

/** A library version is open to all; another belongs to its organisation. */
export function mayRead(actor: Pick<Actor, 'organisationId'>, version: { organisationId: string | null }): boolean {
  return version.organisationId === null || version.organisationId === actor.organisationId;
}
