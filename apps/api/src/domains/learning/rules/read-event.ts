import { LearnerEvent } from '@rounds/contracts/event';

/** What a device sent, read: an event, or why it is none. `id` is as sent, and may be no uuid at all. */
export type ReadEvent =
  | { id: string; event: LearnerEvent; raw: object }
  | { id: string; event: null; reason: 'not-readable' | 'unknown-kind'; raw: object };

const ID_SHOWN = 100;
const KINDS: ReadonlySet<unknown> = new Set(LearnerEvent.def.options.flatMap((option) => option.shape.kind.def.values));

export function readEvent(raw: Record<string, unknown>): ReadEvent {
  const id = typeof raw['id'] === 'string' ? raw['id'].slice(0, ID_SHOWN) : '';
  const parsed = LearnerEvent.safeParse(raw);
  if (parsed.success) return { id, event: parsed.data, raw };
  return { id, event: null, reason: isUnknownKind(raw) ? 'unknown-kind' : 'not-readable', raw };
}

/** Well named, but by a product newer than this one. */
function isUnknownKind({ kind, v }: Record<string, unknown>): boolean {
  return typeof kind === 'string' && typeof v === 'number' && (!KINDS.has(kind) || v !== 1);
}
