import type { LearnerEvent } from '@rounds/contracts/event';
import type { Certainty } from '@rounds/contracts/item';
import type { Card, CardOf, ScenarioNode } from '@rounds/contracts/learner-document';
import type { Dice } from '../story/dice.ts';
import { rightly, wrongly } from './answer-quiz.ts';

type Told<E> = E extends LearnerEvent ? Omit<E, 'id' | 'v' | 'deviceId' | 'seq' | 'at' | 'zone'> : never;
/** A learner event but for what its envelope says. */
export type Deed = Told<LearnerEvent>;
/** What somebody does, and how many seconds after what they did before. */
export type Moment = { after: number; deed: Deed };

/** Longest walk through a scenario, should it go round in a circle. */
const LONGEST = 12;

/** Goes through cards one by one, answering what they ask. */
export function walkCards(versionId: string, cards: readonly Card[], dice: Dice): Moment[] {
  return cards.flatMap((card) => {
    const viewed: Moment = {
      after: dice.between(18, 50),
      deed: { kind: 'card-viewed', versionId, cardId: card.cardId },
    };
    return [viewed, ...answersTo(versionId, card, dice)];
  });
}

function answersTo(versionId: string, card: Card, dice: Dice): Moment[] {
  const inCard = { versionId, cardId: card.cardId };
  const after = dice.between(15, 55);
  switch (card.kind) {
    case 'check': {
      const response = dice.chance(0.7) ? rightly(card.item) : wrongly(card.item);
      return [{ after, deed: { kind: 'check-answered', ...inCard, response } }];
    }
    case 'decide-first':
      return [{ after, deed: { kind: 'decision-made', ...inCard, ...decide(card, dice) } }];
    case 'scenario':
      return walkScenario(card, dice).map((step) => ({
        after: dice.between(12, 30),
        deed: { kind: 'scenario-chosen', ...inCard, ...step },
      }));
    case 'text':
    case 'image':
    case 'callout':
    case 'reveal':
      return [];
  }
}

/** Most judge rightly at first; of the others some are led astray by the tool, and some look again. */
function decide({ options, keyOptionId, tool }: CardOf<'decide-first'>, dice: Dice) {
  const others = options.map(({ optionId }) => optionId).filter((id) => id !== keyOptionId);
  const firstOptionId = dice.chance(0.6) ? keyOptionId : (others[dice.between(0, others.length - 1)] ?? keyOptionId);
  const finalOptionId = dice.chance(0.25) ? tool.suggests : dice.chance(0.5) ? keyOptionId : firstOptionId;
  return { firstOptionId, finalOptionId, certainty: dice.pick<Certainty>([1, 2, 2, 3]) };
}

type Choice = { nodeId: string; choiceId: string };

function walkScenario({ start, nodes }: CardOf<'scenario'>, dice: Dice): Choice[] {
  const path: Choice[] = [];
  let node = nodes.find(({ nodeId }) => nodeId === start);
  while (node !== undefined && path.length < LONGEST) {
    const choice: ScenarioNode['choices'][number] | undefined = node.choices[dice.between(0, node.choices.length - 1)];
    if (choice === undefined) break;
    path.push({ nodeId: node.nodeId, choiceId: choice.choiceId });
    node = nodes.find(({ nodeId }) => nodeId === choice.to);
  }
  return path;
}
