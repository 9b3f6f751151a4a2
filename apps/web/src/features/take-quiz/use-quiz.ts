import type { LearnerItem, Response } from '@rounds/contracts/item';
import type { LearnerDocument } from '@rounds/contracts/learner-document';
import { drawQuiz } from '@rounds/rules/draw-quiz';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { meQuery } from '../../api/me.queries.ts';
import { documentQuery } from '../../api/version.queries.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { versionStateQuery } from '../../outbox/version-state.ts';

export type Quiz = {
  demo: boolean;
  document: LearnerDocument;
  tryNumber: number;
  /** As drawn for this try, in the order to show them. */
  items: readonly LearnerItem[];
  responseTo: (item: LearnerItem) => Response;
  /** Keeps an answer on the device; it can be changed until the try is submitted. */
  keep: (response: Response) => Promise<unknown>;
};

export function isAnswered({ optionIds, pairs }: Pick<Response, 'optionIds' | 'pairs'>): boolean {
  return optionIds.length + pairs.length > 0;
}

/** The try that is next for this learner: the same questions after a reload and on every device. */
export function useQuiz(versionId: string): Quiz {
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: document } = useSuspenseQuery(documentQuery(versionId));
  const { owner, record } = useOutbox();
  const { progress, nextTryNumber: tryNumber } = useSuspenseQuery(versionStateQuery(owner, versionId)).data;
  const { personId, demo } = me;
  const items = useMemo(
    () => drawQuiz({ personId, versionId, tryNumber, items: document.quiz.items, size: document.quiz.size }),
    [personId, versionId, tryNumber, document],
  );
  const kept = progress.quizDraft?.tryNumber === tryNumber ? progress.quizDraft.responses : {};
  return {
    demo,
    document,
    tryNumber,
    items,
    responseTo: ({ itemId }) => kept[itemId] ?? { itemId, optionIds: [], pairs: [] },
    keep: (response) => record({ kind: 'quiz-response-kept', versionId, tryNumber, response }),
  };
}
