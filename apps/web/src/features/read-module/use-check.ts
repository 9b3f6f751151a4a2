import type { Response } from '@rounds/contracts/item';
import type { CardOf } from '@rounds/contracts/learner-document';
import { type RefObject, useState } from 'react';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { useDraft } from '../../outbox/use-draft.ts';
import { usePlayer } from './player.ts';
import { useFocusOn } from './use-focus-on.ts';

export const isAnswered = ({ optionIds, pairs }: Response): boolean => optionIds.length + pairs.length > 0;

export type Check = {
  /** What is chosen and not yet given. */
  chosen: Response;
  choose: (change: Partial<Response>) => void;
  /** What was given; undefined while the question is open. */
  given: Response | undefined;
  /** Somebody went on without a choice. */
  reminded: boolean;
  answer: () => Promise<void>;
  answerAgain: () => void;
  /** What is new once it is answered. */
  heading: RefObject<HTMLHeadingElement | null>;
};

/** One knowledge check of this learner. */
export function useCheck({ item, cardId }: CardOf<'check'>): Check {
  const { document, progress } = usePlayer();
  const { record } = useOutbox();
  const { versionId } = document;
  const nothing: Response = { itemId: item.itemId, optionIds: [], pairs: [] };
  const draft = useDraft<Response>(`check/${versionId}/${cardId}`, nothing);
  const [again, setAgain] = useState(false);
  const [reminded, setReminded] = useState(false);
  const given = again ? undefined : progress.checks[cardId];
  const { ref, expect } = useFocusOn<HTMLHeadingElement>(given ? 'explained' : 'open');
  return {
    chosen: draft.value,
    choose: (change) => draft.set({ ...draft.value, ...change }),
    given,
    reminded: reminded && !isAnswered(draft.value),
    answerAgain: () => setAgain(true),
    heading: ref,
    answer: async () => {
      if (!isAnswered(draft.value)) return setReminded(true);
      expect();
      await record({ kind: 'check-answered', versionId, cardId, response: draft.value });
      await draft.drop(draft.value);
      setAgain(false);
    },
  };
}
