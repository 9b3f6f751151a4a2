import type { Certainty } from '@rounds/contracts/item';
import type { CardOf } from '@rounds/contracts/learner-document';
import { type RefObject, useId, useState } from 'react';
import { certaintyWords } from '../../lib/certainty.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { useDraft } from '../../outbox/use-draft.ts';
import { Choice, Choices } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Prose, Sheet } from '../../ui/prose.tsx';
import { CardTitle } from './card-title.tsx';
import { ChooseFirst } from './choose-first.tsx';
import { CertaintyChoice } from '../../ui/certainty-choice.tsx';
import { DecisionExplained } from './decision-explained.tsx';
import { usePlayer } from './player.ts';
import { type CardAction, PlayerFrame } from './player-frame.tsx';
import { useFocusOn } from './use-focus-on.ts';

type DecideCardOf = CardOf<'decide-first'>;
/** What is decided so far. `looked`: the first judgement stands, and the tool's output is shown. */
type Deciding = { first: string | null; certainty?: Certainty | undefined; looked: boolean; final: string | null };

const NOTHING: Deciding = { first: null, looked: false, final: null };
const Words = ({ html }: { html: string }) => <span dangerouslySetInnerHTML={{ __html: html }} />;

type StageProps = { card: DecideCardOf; deciding: Deciding; set: (deciding: Deciding) => void };

function First({ card, deciding, set }: StageProps) {
  const name = useId();
  return (
    <>
      <Choices legend={card.question}>
        {card.options.map(({ optionId, html }) => (
          <Choice
            key={optionId}
            type="radio"
            name={name}
            checked={deciding.first === optionId}
            onChange={() => set({ ...deciding, first: optionId })}
          >
            <Words html={html} />
          </Choice>
        ))}
      </Choices>
      <CertaintyChoice value={deciding.certainty} onChange={(certainty) => set({ ...deciding, certainty })} />
    </>
  );
}

function Second({ card, deciding, set, heading }: StageProps & { heading: RefObject<HTMLHeadingElement | null> }) {
  const name = useId();
  const first = card.options.find(({ optionId }) => optionId === deciding.first);
  return (
    <>
      <Notice>
        <p className="fact">Before you looked, you said</p>
        <p>
          <strong>
            <Words html={first?.html ?? ''} />
          </strong>
        </p>
        <p className="fact">{deciding.certainty && `${certaintyWords(deciding.certainty)} `}This stays as it is.</p>
      </Notice>
      <section className="stack tight" aria-labelledby="tool">
        <h2 id="tool" className="label" ref={heading} tabIndex={-1}>
          What {card.tool.name} says. We invented it, and a tool can be wrong.
        </h2>
        <Sheet html={card.tool.outputHtml} />
      </section>
      <Choices legend="Now that you have seen it, what do you say?">
        {card.options.map(({ optionId, html }) => (
          <Choice
            key={optionId}
            type="radio"
            name={name}
            checked={deciding.final === optionId}
            onChange={() => set({ ...deciding, final: optionId })}
            hint={optionId === deciding.first ? 'Keep your judgement' : 'Change it'}
          >
            <Words html={html} />
          </Choice>
        ))}
      </Choices>
    </>
  );
}

function actionOf({ looked }: Deciding, look: () => void, decide: (clicks?: number) => void): CardAction {
  return looked ? { label: 'See the second look', act: decide } : { label: 'Look at the tool', act: look };
}

/** Commit to a judgement, then see an invented tool's output; keep or change; learn what the second look used. */
export function DecideCard({ card }: { card: DecideCardOf }) {
  const { document, progress } = usePlayer();
  const { record } = useOutbox();
  const { cardId } = card;
  const { versionId } = document;
  const draft = useDraft<Deciding>(`decide/${versionId}/${cardId}`, NOTHING);
  const deciding = draft.value;
  const [reminded, setReminded] = useState(false);
  const decided = progress.decisions[cardId];
  const { ref, expect } = useFocusOn<HTMLHeadingElement>(decided ? 'explained' : deciding.looked ? 'second' : 'first');
  async function decide(clicks = 1): Promise<void> {
    // A double click on "Look at the tool" must not pass over what the tool says.
    if (clicks > 1) return;
    expect();
    const { first, final, certainty } = deciding;
    if (!first || !final) return;
    const how = certainty === undefined ? {} : { certainty };
    await record({ kind: 'decision-made', versionId, cardId, firstOptionId: first, finalOptionId: final, ...how });
    await draft.drop(deciding);
  }
  function look(): void {
    if (!deciding.first) return setReminded(true);
    expect();
    draft.set({ ...deciding, looked: true, final: deciding.first });
  }
  return (
    <PlayerFrame action={decided ? undefined : actionOf(deciding, look, (clicks) => void decide(clicks))}>
      <CardTitle />
      <Prose html={card.html} />
      {decided && <DecisionExplained card={card} decision={decided} heading={ref} />}
      {!decided && deciding.looked && <Second card={card} deciding={deciding} set={draft.set} heading={ref} />}
      {!decided && !deciding.looked && (
        <>
          <First card={card} deciding={deciding} set={draft.set} />
          <ChooseFirst reminded={reminded && !deciding.first} />
        </>
      )}
    </PlayerFrame>
  );
}
