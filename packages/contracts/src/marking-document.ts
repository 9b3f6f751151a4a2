import * as z from 'zod/mini';
import { MarkingItem } from './item.ts';

/** The half of a frozen version that marking needs. Server only. */
export const MarkingDocument = z.object({
  versionId: z.uuid(),
  size: z.int(),
  passMark: z.number(),
  items: z.array(MarkingItem),
});
export type MarkingDocument = z.infer<typeof MarkingDocument>;
