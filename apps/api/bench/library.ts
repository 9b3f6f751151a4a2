import { randomUUID } from 'node:crypto';
import type { AttemptBody } from '@rounds/contracts/attempt';
import type { Key, MarkingItem, Response } from '@rounds/contracts/item';
import type { LearnerDocument } from '@rounds/contracts/learner-document';
import type { MarkingDocument } from '@rounds/contracts/marking-document';
import { drawQuiz } from '@rounds/rules/draw-quiz';
import { once } from './cluster.ts';

export type Version = { versionId: string; moduleId: string; marking: MarkingDocument; document: LearnerDocument };

export async function versionsOf(url: string): Promise<Version[]> {
  const { rows } = await once(
    url,
    'SELECT id, module_id, marking_document, learner_document FROM module_version ORDER BY id',
  );
  return rows.map((row) => ({
    versionId: row.id,
    moduleId: row.module_id,
    marking: row.marking_document,
    document: JSON.parse(row.learner_document.toString()),
  }));
}

/** A first try with every answer right. */
export function rightAttempt(personId: string, { versionId, marking }: Version): AttemptBody {
  const drawn: MarkingItem[] = drawQuiz({
    personId,
    versionId,
    tryNumber: 1,
    items: marking.items,
    size: marking.size,
  });
  return {
    attemptId: randomUUID(),
    versionId,
    tryNumber: 1,
    responses: drawn.map(({ itemId, key }) => ({ itemId, ...rightAnswer(key) })),
    deviceId: randomUUID(),
    seq: 1,
    at: new Date().toISOString(),
    zone: 'Europe/London',
  };
}

function rightAnswer(key: Key): Pick<Response, 'optionIds' | 'pairs'> {
  switch (key.kind) {
    case 'single-best-answer':
      return { optionIds: [key.optionId], pairs: [] };
    case 'multiple-response':
    case 'ordering':
      return { optionIds: key.optionIds, pairs: [] };
    case 'matching':
      return { optionIds: [], pairs: key.pairs };
  }
}
