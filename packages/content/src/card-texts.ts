import type { AuthoredCard, AuthoredCardOf } from './authored-card.ts';
import { splitReveal } from './authored-card.ts';
import { choiceTexts, itemTexts } from './item-texts.ts';
import type { AuthoredText } from './read-text.ts';
import { countWords } from './read-text.ts';

/** Every text of a card that a learner can read, in the order of the file. */
export function cardTexts(card: AuthoredCard): AuthoredText[] {
  return [plain(['title'], card.title), ...ownTexts(card), ...bodyTexts(card)];
}

function ownTexts(card: AuthoredCard): AuthoredText[] {
  switch (card.kind) {
    case 'text':
    case 'image':
    case 'callout':
    case 'reveal':
      return [];
    case 'scenario':
      return card.nodes.flatMap(nodeTexts);
    case 'check':
      return itemTexts(card.item).map((text) => ({ ...text, path: ['item', ...text.path] }));
    case 'decide-first':
      return decideTexts(card);
  }
}

function nodeTexts(node: AuthoredCardOf<'scenario'>['nodes'][number], n: number): AuthoredText[] {
  const choices = node.choices.flatMap((choice, c) => [
    plain(['nodes', n, 'choices', c, 'text'], choice.text),
    block(['nodes', n, 'choices', c, 'feedback'], choice.feedback),
  ]);
  return [block(['nodes', n, 'text'], node.text), ...choices];
}

function decideTexts(card: AuthoredCardOf<'decide-first'>): AuthoredText[] {
  return [
    plain(['question'], card.question),
    ...card.options.flatMap((option, i) => choiceTexts(option, ['options', i])),
    plain(['tool', 'name'], card.tool.name),
    block(['tool', 'output'], card.tool.output),
    block(['learned'], card.learned),
  ];
}

function bodyTexts(card: AuthoredCard): AuthoredText[] {
  if (card.kind !== 'reveal') return card.body === '' ? [] : [block(['body'], card.body)];
  const { prompt, reveal, revealFrom } = splitReveal(card);
  return [block(['body'], prompt), { ...block(['body'], reveal), linesBefore: revealFrom }];
}

/** Words that count towards a module's stated minutes: all that its cards can show, every branch included. */
export function countCardWords(cards: readonly AuthoredCard[]): number {
  return cards.flatMap(cardTexts).reduce((sum, { text }) => sum + countWords(text), 0);
}

const plain = (path: (string | number)[], text: string): AuthoredText => ({
  path,
  text,
  shown: 'plain',
  mayCite: false,
});
const block = (path: (string | number)[], text: string): AuthoredText => ({
  path,
  text,
  shown: 'block',
  mayCite: true,
});
