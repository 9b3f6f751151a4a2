import type { ItemResult } from '@rounds/contracts/attempt';
import type { LearnerDocument } from '@rounds/contracts/learner-document';
import type { LearnerItem } from '@rounds/contracts/item';
import type { ComponentType } from 'react';

/** Pieces of other features, put in by the route. */
export type ResultPieces = {
  Explained: ComponentType<{
    item: Pick<LearnerItem, 'itemId' | 'kind' | 'prompts' | 'options'>;
    response: ItemResult['response'];
    itemKey: ItemResult['key'];
    rationales: ItemResult['rationales'];
  }>;
  PrintPage: ComponentType;
  /** What is asked after a pass. */
  AfterPass: ComponentType<{ versionId: string }>;
  ReportItem: ComponentType<{ versionId: string; itemId: string }>;
};

export type ShownResult = ResultPieces & { document: LearnerDocument };
