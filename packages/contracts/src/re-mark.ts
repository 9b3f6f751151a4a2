import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Key, MarkingItem } from './item.ts';
import { text } from './text.ts';

const educator = { audience: 'educator', policy: ['educator'] } as const;

export const KeyCorrection = z.object({
  correctionId: z.uuid(),
  key: Key,
  reason: z.string(),
  correctedBy: z.string(),
  correctedOn: z.iso.date(),
});
export type KeyCorrection = z.infer<typeof KeyCorrection>;

/** One edition of a quiz item, as an educator mends its key for their organisation. */
export const ItemToMend = z.object({
  itemVersionId: z.uuid(),
  moduleId: z.uuid(),
  moduleTitle: z.string(),
  /** `major.minor` of every module version that holds this edition. */
  versions: z.array(z.string()),
  /** As published; its key is the frozen one. */
  item: MarkingItem,
  /** By which it is marked here now. */
  key: Key,
  /** Latest first. */
  corrections: z.array(KeyCorrection),
  /** Tries of this organisation that drew it. */
  attempts: z.int(),
});
export type ItemToMend = z.infer<typeof ItemToMend>;

export const readItemToMend = endpoint({
  method: 'GET',
  path: '/educator/versions/:versionId/items/:itemId',
  summary: 'A quiz item with its key, to mend a wrong one',
  ...educator,
  params: z.object({ versionId: z.uuid(), itemId: z.uuid() }),
  response: ItemToMend,
  problems: ['not-found'],
});

/** What marking again by another key does to the tries of an organisation. */
export const ReMarkEffect = z.object({
  /** Tries that drew the item. */
  attempts: z.int(),
  /** Those whose score is another than before. */
  changed: z.int(),
  /** Those that were failed and are passed. */
  newPasses: z.int(),
  /** Passes whose new score is below the pass mark: they stay passed. */
  keptPasses: z.int(),
});
export type ReMarkEffect = z.infer<typeof ReMarkEffect>;

const itemVersion = { params: z.object({ itemVersionId: z.uuid() }) };
const problems = ['not-found', 'unknown-option', 'too-many-options', 'already-done'] as const;

export const previewReMark = endpoint({
  method: 'POST',
  path: '/educator/item-versions/:itemVersionId/re-marks/preview',
  summary: 'What a mended key would change; changes nothing',
  ...educator,
  ...itemVersion,
  body: z.object({ key: Key }),
  response: ReMarkEffect,
  problems,
});

export const reMarkItem = endpoint({
  method: 'POST',
  path: '/educator/item-versions/:itemVersionId/re-marks',
  summary: 'Mend a key: tries are marked again in new marks, fails may become passes, passes stay',
  ...educator,
  audit: 'item.re-marked',
  ...itemVersion,
  body: z.object({ key: Key, reason: text(1000).check(z.trim(), z.minLength(1)) }),
  response: z.extend(ReMarkEffect, { correctionId: z.uuid() }),
  problems,
});
