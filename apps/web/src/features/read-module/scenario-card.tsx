import type { CardOf, ScenarioNode } from '@rounds/contracts/learner-document';
import { useState } from 'react';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Prose } from '../../ui/prose.tsx';
import { CardTitle } from './card-title.tsx';
import { usePlayer } from './player.ts';
import { PlayerFrame } from './player-frame.tsx';
import { useFocusOn } from './use-focus-on.ts';

type Choice = ScenarioNode['choices'][number];
type Step = { node: ScenarioNode; chosen: Choice | null };

/** The nodes along the choices made, with the one that is still open, or the end, last. */
export function stepsOf(card: CardOf<'scenario'>, path: readonly { nodeId: string; choiceId: string }[]): Step[] {
  const steps: Step[] = [];
  for (let id: string | null = card.start; id !== null && steps.length <= card.nodes.length;) {
    const node = card.nodes.find(({ nodeId }) => nodeId === id);
    if (!node) break;
    const made = path.find(({ nodeId }) => nodeId === id);
    const chosen = node.choices.find(({ choiceId }) => choiceId === made?.choiceId) ?? null;
    steps.push({ node, chosen });
    id = chosen ? chosen.to : null;
  }
  return steps;
}

function Past({ node, chosen }: { node: ScenarioNode; chosen: Choice }) {
  return (
    <>
      <Prose html={node.html} />
      <Notice>
        <p className="fact">You chose</p>
        <p>
          <strong>{chosen.text}</strong>
        </p>
        <Prose html={chosen.feedbackHtml} />
      </Notice>
    </>
  );
}

function Open({ node, onChoose }: { node: ScenarioNode; onChoose: (choice: Choice) => void }) {
  return (
    <>
      <Prose html={node.html} />
      {node.choices.length > 0 && (
        <div className="stack tight measure">
          {node.choices.map((choice) => (
            <Button key={choice.choiceId} kind="second" lines onClick={() => onChoose(choice)}>
              {choice.text}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

function useScenario(card: CardOf<'scenario'>) {
  const { document, progress } = usePlayer();
  const { record } = useOutbox();
  const [again, setAgain] = useState(false);
  const steps = stepsOf(card, again ? [] : (progress.scenarios[card.cardId] ?? []));
  const { ref, expect } = useFocusOn<HTMLDivElement>(JSON.stringify(steps.map(({ chosen }) => chosen?.choiceId)));
  const { versionId } = document;
  async function choose({ nodeId }: ScenarioNode, { choiceId }: Choice): Promise<void> {
    expect();
    await record({ kind: 'scenario-chosen', versionId, cardId: card.cardId, nodeId, choiceId });
    setAgain(false);
  }
  function startAgain(): void {
    expect();
    setAgain(true);
  }
  return { steps, newest: ref, choose, startAgain };
}

/** A scene that goes on by what is chosen. Nothing is marked, and it can be gone through again. */
export function ScenarioCard({ card }: { card: CardOf<'scenario'> }) {
  const { steps, newest, choose, startAgain } = useScenario(card);
  return (
    <PlayerFrame>
      <CardTitle />
      <Prose html={card.html} />
      {steps.map(({ node, chosen }, index) => (
        <div
          className="stack loose"
          key={node.nodeId}
          ref={index === steps.length - 1 ? newest : undefined}
          tabIndex={-1}
        >
          {chosen ? (
            <Past node={node} chosen={chosen} />
          ) : (
            <Open node={node} onChoose={(choice) => void choose(node, choice)} />
          )}
        </div>
      ))}
      {steps[0]?.chosen && (
        <div>
          <Button kind="text" onClick={startAgain}>
            Choose again from the start
          </Button>
        </div>
      )}
    </PlayerFrame>
  );
}
