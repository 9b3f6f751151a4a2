import type { CardOf } from '@rounds/contracts/learner-document';
import type { Progress } from '@rounds/contracts/version';
import type { RefObject } from 'react';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Prose, Sheet } from '../../ui/prose.tsx';
import { Verdict, Verdicts } from '../../ui/verdicts.tsx';

type Decision = Progress['decisions'][string];
type Option = CardOf<'decide-first'>['options'][number];

/** "you kept this", "you changed to this": what the learner did with an option. */
export function deedOf({ optionId }: Option, { firstOptionId, finalOptionId }: Decision): string | null {
  if (optionId === finalOptionId) return firstOptionId === finalOptionId ? 'you kept this' : 'you changed to this';
  return optionId === firstOptionId ? 'you said this first' : null;
}

function noteOf(option: Option, card: CardOf<'decide-first'>, decision: Decision): string {
  const parts = [
    option.optionId === card.keyOptionId ? 'the sound judgement' : null,
    deedOf(option, decision),
    option.optionId === card.tool.suggests ? 'the tool leant to this' : null,
    option.unsafe ? 'unsafe' : null,
  ].filter((part) => part !== null);
  return parts.join(', ').replace(/^./, (letter) => letter.toUpperCase());
}

type ExplainedProps = {
  card: CardOf<'decide-first'>;
  decision: Decision;
  heading: RefObject<HTMLHeadingElement | null>;
};

/** What the second look used, and why each judgement holds or does not. Nothing is marked. */
export function DecisionExplained({ card, decision, heading }: ExplainedProps) {
  return (
    <section className="stack loose" aria-labelledby="second-look">
      <Disclosure look="link" flush summary={`What ${card.tool.name} said. We invented it.`}>
        <Sheet html={card.tool.outputHtml} />
      </Disclosure>
      <div className="stack">
        <h2 id="second-look" ref={heading} tabIndex={-1}>
          What the second look used
        </h2>
        <Prose html={card.learnedHtml} />
      </div>
      <Verdicts>
        {card.options.map((option) => {
          const right = option.optionId === card.keyOptionId;
          const mine = option.optionId === decision.finalOptionId;
          return (
            <Verdict
              key={option.optionId}
              kind={right ? 'right' : mine ? 'wrong' : 'plain'}
              note={noteOf(option, card, decision)}
              what={<span dangerouslySetInnerHTML={{ __html: option.html }} />}
              why={<Prose html={option.rationaleHtml} />}
            />
          );
        })}
      </Verdicts>
    </section>
  );
}
