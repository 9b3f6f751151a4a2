import type { Key } from '@rounds/contracts/item';
import type { ItemToMend, ReMarkEffect } from '@rounds/contracts/re-mark';
import type { ComponentType, ReactNode } from 'react';
import type { Choice } from './chosen-key.ts';

type Item = ItemToMend['item'];

/** How a question is shown and answered: other features' pieces, given by the route. */
export type ItemPieces = {
  ItemWithKey: ComponentType<{ item: Item; itemKey: Key }>;
  AnswerForm: ComponentType<{ item: Item; legend: ReactNode; answer: Choice; onAnswer: (answer: Choice) => void }>;
};

/** The key and reason as they were when the dry run answered, and its answer. */
export type Asked = { key: Key; reason: string; effect: ReMarkEffect };
