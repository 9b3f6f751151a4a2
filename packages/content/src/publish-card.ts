import type { Card, CardOf, ScenarioNode } from '@rounds/contracts/learner-document';
import type { AuthoredCard, AuthoredCardOf } from './authored-card.ts';
import { splitReveal } from './authored-card.ts';
import type { AuthoredMedia } from './module-draft.ts';
import { publishCheck, publishOption } from './publish-item.ts';
import { renderBlock } from './render-markdown.ts';

export type CardSource = { module: string; card: AuthoredCard; media: readonly AuthoredMedia[] };

/** A card with its Markdown rendered. A knowledge check's card lists the sources of its item too. */
export function publishCard({ module, card, media }: CardSource): Card {
  const sources = card.kind === 'check' ? [...new Set([...card.sources, ...card.item.sources])] : card.sources;
  const shared = { cardId: card.id, title: card.title, sources };
  const html = (text: string): string => renderBlock(text, sources);
  switch (card.kind) {
    case 'text':
      return { ...shared, kind: 'text', html: html(card.body) };
    case 'image':
      return { ...shared, kind: 'image', html: html(card.body), image: publishImage(card, media) };
    case 'callout':
      return { ...shared, kind: 'callout', html: html(card.body), tone: card.tone };
    case 'reveal': {
      const { prompt, reveal } = splitReveal(card);
      return { ...shared, kind: 'reveal', promptHtml: html(prompt), revealHtml: html(reveal) };
    }
    case 'scenario':
      return { ...shared, kind: 'scenario', html: html(card.body), start: card.start, nodes: publishNodes(card, html) };
    case 'check':
      return { ...shared, kind: 'check', html: html(card.body), item: publishCheck(module, card.item, sources) };
    case 'decide-first':
      return { ...shared, kind: 'decide-first', ...publishDecision(card, html) };
  }
}

type Render = (text: string) => string;

function publishImage({ image }: AuthoredCardOf<'image'>, media: readonly AuthoredMedia[]): CardOf<'image'>['image'] {
  const file = image.file.replace('media/', '');
  const found = media.find((one) => one.file === file);
  if (!found) throw new Error(`No picture ${image.file}`);
  return { ...image, file, bytes: found.bytes.length };
}

function publishNodes({ nodes }: AuthoredCardOf<'scenario'>, html: Render): ScenarioNode[] {
  return nodes.map((node) => ({
    nodeId: node.id,
    html: html(node.text),
    choices: node.choices.map(({ id, text, feedback, to }) => ({
      choiceId: id,
      text,
      feedbackHtml: html(feedback),
      to,
    })),
  }));
}

type Decision = Omit<CardOf<'decide-first'>, 'cardId' | 'title' | 'sources' | 'kind'>;

function publishDecision(card: AuthoredCardOf<'decide-first'>, html: Render): Decision {
  const { name, output, suggests } = card.tool;
  return {
    html: html(card.body),
    question: card.question,
    options: card.options.map((option) => ({
      ...publishOption(option),
      rationaleHtml: html(option.rationale),
      unsafe: option.unsafe,
    })),
    keyOptionId: card.key,
    tool: { name, outputHtml: html(output), suggests },
    learnedHtml: html(card.learned),
  };
}
