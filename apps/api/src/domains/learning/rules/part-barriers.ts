import type { LearnerEvent } from '@rounds/contracts/event';
import type { Barrier } from '@rounds/contracts/kindness';

const KIND = 'barrier-answered';

/** An event without what got in the way, which is kept apart from the person. */
export function partBarriers(event: LearnerEvent): { event: LearnerEvent; barriers: readonly Barrier[] } {
  if (event.kind !== KIND) return { event, barriers: [] };
  const { choices = [], ...rest } = event;
  return { event: rest, barriers: [...new Set(choices)].toSorted() };
}

/** The same of what could not be read as an event, and is set aside with the person. */
export function withoutBarriers(raw: Record<string, unknown>): Record<string, unknown> {
  if (raw['kind'] !== KIND) return raw;
  const { choices: _, ...rest } = raw;
  return rest;
}
