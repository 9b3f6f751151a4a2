import type { Actor } from '@rounds/contracts/actor';

/** Units whose completion records the actor may see: those led, or managed, and all below. */
export function unitsLed(actor: Actor): string[] {
  const led = actor.roles.filter(({ role }) => role === 'cpd-lead' || role === 'team-manager');
  return [...new Set(led.flatMap(({ unitIds }) => unitIds))];
}
