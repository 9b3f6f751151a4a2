import { minutesLeft } from '@rounds/rules/minutes-left';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { useKept } from '../../outbox/use-kept.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { KeptLine } from '../../ui/kept-line.tsx';
import { StepFrame } from '../../ui/step-frame.tsx';
import { CardAside } from './card-aside.tsx';
import { usePlayer } from './player.ts';
import { useArrowKeys } from '../../lib/use-arrow-keys.ts';

/** What the filled button does. Without one it goes on to the next card. `clicks` is 2 at the second of a double click. */
export type CardAction = { label: string; act: (clicks?: number) => void };

function Where() {
  const { document, number } = usePlayer();
  const cardCount = document.cards.length;
  const left = minutesLeft({
    minutes: document.minutes,
    cardCount,
    quizSize: document.quiz.size,
    cardsLeft: cardCount - number + 1,
  });
  return (
    <>
      <b>
        {number} of {cardCount}
      </b>
      , about {left} min left
    </>
  );
}

/** Everything around a card: place, contents, sources and note, and the way on at the thumb. */
export function PlayerFrame({ action, children }: { action?: CardAction | undefined; children: ReactNode }) {
  const kept = useKept('What you do here is saved as you go.');
  const { demo, document, number, card, advance } = usePlayer();
  const navigate = useNavigate();
  const { versionId, cards } = document;
  const before = number > 1 ? paths.card(versionId, number - 1) : null;
  const isLast = number === cards.length;
  const go = action ?? { label: isLast ? 'Go to the quiz' : 'Continue', act: () => void advance() };
  useArrowKeys({ onLeft: before ? () => void navigate(before) : null, onRight: () => go.act() });
  return (
    <StepFrame
      demo={demo}
      leaveTo={paths.module(document.moduleId)}
      label={document.title}
      where={<Where />}
      steps={cards.map(({ cardId, title }, index) => ({
        key: cardId,
        name: title,
        to: paths.card(versionId, index + 1),
      }))}
      at={number - 1}
      side={<CardAside key={card.cardId} />}
      kept={<KeptLine at={kept.at}>{kept.words}</KeptLine>}
      back={
        before && (
          <ButtonLink kind="second" to={before}>
            Back
          </ButtonLink>
        )
      }
      go={<Button onClick={({ detail }) => go.act(detail)}>{go.label}</Button>}
    >
      {children}
    </StepFrame>
  );
}
