import type { Card, LearnerDocument } from '@rounds/contracts/learner-document';
import type { ItemKey, LearnerItem, Response } from '@rounds/contracts/item';
import type { Progress } from '@rounds/contracts/version';
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';

type Question = Pick<LearnerItem, 'itemId' | 'kind' | 'prompts' | 'options'>;
type Answer = Pick<Response, 'optionIds' | 'pairs'>;

/** Pieces of other features, put in by the route. */
export type PlayerPieces = {
  AnswerForm: ComponentType<{ item: Question; legend: ReactNode; answer: Answer; onAnswer: (answer: Answer) => void }>;
  Explained: ComponentType<{
    item: Question;
    response: Response;
    itemKey: ItemKey['key'];
    rationales: ItemKey['rationales'];
  }>;
  ReportCard: ComponentType<{ versionId: string; cardId: string }>;
  Tools: ComponentType<{ language: string }>;
};

export type Player = PlayerPieces & {
  demo: boolean;
  document: LearnerDocument;
  card: Card;
  /** From 1. */
  number: number;
  progress: Progress;
  /** Keeps this card as read, then shows what comes next. */
  advance: () => Promise<void>;
};

const Context = createContext<Player | null>(null);
export const PlayerContext = Context.Provider;

export function usePlayer(): Player {
  const player = useContext(Context);
  if (!player) throw new Error('usePlayer stands outside the player');
  return player;
}
