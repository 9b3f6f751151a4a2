import type { CardOf } from '@rounds/contracts/learner-document';
import type { Response } from '@rounds/contracts/item';
import { markItem } from '@rounds/rules/mark-item';
import { type RefObject, useState } from 'react';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { useDraft } from '../../outbox/use-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Prose } from '../../ui/prose.tsx';
import { CardTitle } from './card-title.tsx';
import { CertaintyChoice } from '../../ui/certainty-choice.tsx';
import { ChooseFirst } from './choose-first.tsx';
import { usePlayer } from './player.ts';
import { PlayerFrame } from './player-frame.tsx';
import { useFocusOn } from './use-focus-on.ts';

type CheckCardOf = CardOf<'check'>;

const isAnswered = ({ optionIds, pairs }: Response): boolean => optionIds.length + pairs.length > 0;

function verdictWords(fraction: number): string {
  if (fraction === 1) return 'Right';
  return fraction > 0 ? 'Partly right' : 'Not right';
}

type AnsweredProps = {
  card: CheckCardOf;
  response: Response;
  heading: RefObject<HTMLHeadingElement | null>;
  onAgain: () => void;
};

function Answered({ card, response, heading, onAgain }: AnsweredProps) {
  const { Explained } = usePlayer();
  const { item } = card;
  return (
    <section className="stack" aria-labelledby="verdict">
      <Prose html={item.stemHtml} />
      <h2 id="verdict" ref={heading} tabIndex={-1}>
        {verdictWords(markItem(item, response))}
      </h2>
      <Explained item={item} response={response} itemKey={item.key} rationales={item.rationales} />
      <div>
        <Button kind="text" onClick={onAgain}>
          Answer it again
        </Button>
      </div>
    </section>
  );
}

/** A knowledge check: answered, then explained at once. Formative, and seen by the learner alone. */
export function CheckCard({ card }: { card: CheckCardOf }) {
  const { document, progress, AnswerForm } = usePlayer();
  const { record } = useOutbox();
  const { item, cardId } = card;
  const { versionId } = document;
  const draft = useDraft<Response>(`check/${versionId}/${cardId}`, { itemId: item.itemId, optionIds: [], pairs: [] });
  const [again, setAgain] = useState(false);
  const [reminded, setReminded] = useState(false);
  const answered = again ? undefined : progress.checks[cardId];
  const { ref, expect } = useFocusOn<HTMLHeadingElement>(answered ? 'explained' : 'open');
  async function answer(): Promise<void> {
    if (!isAnswered(draft.value)) return setReminded(true);
    expect();
    await record({ kind: 'check-answered', versionId, cardId, response: draft.value });
    await draft.drop({ itemId: item.itemId, optionIds: [], pairs: [] });
    setAgain(false);
  }
  const action = answered ? undefined : { label: 'See the answer', act: () => void answer() };
  return (
    <PlayerFrame action={action}>
      <CardTitle />
      {card.html && <Prose html={card.html} />}
      {answered ? (
        <Answered card={card} response={answered} heading={ref} onAgain={() => setAgain(true)} />
      ) : (
        <>
          <AnswerForm
            item={item}
            legend={<Prose html={item.stemHtml} />}
            answer={draft.value}
            onAnswer={(chosen) => draft.set({ ...draft.value, ...chosen })}
          />
          <CertaintyChoice
            value={draft.value.certainty}
            onChange={(certainty) => draft.set({ ...draft.value, certainty })}
          />
          <ChooseFirst reminded={reminded && !isAnswered(draft.value)} />
        </>
      )}
    </PlayerFrame>
  );
}
