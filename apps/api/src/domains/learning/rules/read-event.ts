import { LearnerEvent } from '@rounds/contracts/event';
import type { Barrier } from '@rounds/contracts/kindness';
import { partBarriers, withoutBarriers } from './part-barriers.ts';

/**
 * What a device sent, read: an event, or why it is none. `id` is as sent, and may be no uuid at all. `barriers` stand
 * apart: neither `event` nor `raw` holds them, so that nothing kept with a person does.
 */
export type ReadEvent = { id: string; raw: object; barriers: readonly Barrier[] } & (
  | { event: LearnerEvent }
  | { event: null; reason: 'not-readable' | 'unknown-kind' }
);

const ID_SHOWN = 100;
const KINDS: ReadonlySet<unknown> = new Set(LearnerEvent.def.options.flatMap((option) => option.shape.kind.def.values));

export function readEvent(sent: Record<string, unknown>): ReadEvent {
  const id = typeof sent['id'] === 'string' ? sent['id'].slice(0, ID_SHOWN) : '';
  const raw = withoutBarriers(sent);
  const parsed = LearnerEvent.safeParse(sent);
  if (parsed.success) return { id, raw, ...partBarriers(parsed.data) };
  return { id, event: null, reason: isUnknownKind(raw) ? 'unknown-kind' : 'not-readable', raw, barriers: [] };
}

/** Well named, but by a product newer than this one. */
function isUnknownKind({ kind, v }: Record<string, unknown>): boolean {
  return typeof kind === 'string' && typeof v === 'number' && (!KINDS.has(kind) || v !== 1);
}
