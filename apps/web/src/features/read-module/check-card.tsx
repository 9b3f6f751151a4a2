import type { CardOf } from '@rounds/contracts/learner-document';
import type { Response } from '@rounds/contracts/item';
import { markItem } from '@rounds/rules/mark-item';
import { Button } from '../../ui/button.tsx';
import { CertaintyChoice } from '../../ui/certainty-choice.tsx';
import { Prose } from '../../ui/prose.tsx';
import { CardTitle } from './card-title.tsx';
import { ChooseFirst } from './choose-first.tsx';
import { usePlayer } from './player.ts';
import { PlayerFrame } from './player-frame.tsx';
import { type Check, useCheck } from './use-check.ts';

type PartProps = { card: CardOf<'check'>; check: Check };

function verdictWords(fraction: number): string {
  if (fraction === 1) return 'Right';
  return fraction > 0 ? 'Partly right' : 'Not right';
}

function Answered({ card, check, given }: PartProps & { given: Response }) {
  const { Explained } = usePlayer();
  const { item } = card;
  return (
    <section className="stack" aria-labelledby="verdict">
      <Prose html={item.stemHtml} />
      <h2 id="verdict" ref={check.heading} tabIndex={-1}>
        {verdictWords(markItem(item, given))}
      </h2>
      <Explained item={item} response={given} itemKey={item.key} rationales={item.rationales} />
      <div>
        <Button kind="text" onClick={check.answerAgain}>
          Answer it again
        </Button>
      </div>
    </section>
  );
}

function Open({ card, check }: PartProps) {
  const { AnswerForm } = usePlayer();
  const { chosen, choose, reminded } = check;
  return (
    <>
      <AnswerForm item={card.item} legend={<Prose html={card.item.stemHtml} />} answer={chosen} onAnswer={choose} />
      <CertaintyChoice value={chosen.certainty} onChange={(certainty) => choose({ certainty })} />
      <ChooseFirst reminded={reminded} />
    </>
  );
}

/** A knowledge check: answered, then explained at once. Formative, and seen by the learner alone. */
export function CheckCard({ card }: { card: CardOf<'check'> }) {
  const check = useCheck(card);
  const { given } = check;
  return (
    <PlayerFrame action={given ? undefined : { label: 'See the answer', act: () => void check.answer() }}>
      <CardTitle />
      {card.html && <Prose html={card.html} />}
      {given ? <Answered card={card} check={check} given={given} /> : <Open card={card} check={check} />}
    </PlayerFrame>
  );
}
