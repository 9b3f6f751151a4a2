import type { Card } from '@rounds/contracts/learner-document';

/** What a search looks through of a version's cards: their words, without marks. Quiz items are left out. */
export function searchableText(cards: readonly Card[]): string {
  return cards.flatMap((card) => [card.title, ...htmlOf(card)]).map(wordsOf).join('\n');
}

function htmlOf(card: Card): string[] {
  switch (card.kind) {
    case 'text':
    case 'callout':
      return [card.html];
    case 'image':
      return [card.html, card.image.alt];
    case 'reveal':
      return [card.promptHtml, card.revealHtml];
    case 'scenario':
      return [card.html, ...card.nodes.flatMap((node) => [node.html, ...node.choices.map((choice) => choice.text)])];
    case 'check':
      return [card.html, card.item.stemHtml, ...card.item.options.map((option) => option.html)];
    case 'decide-first':
      return [card.html, card.question, ...card.options.map((option) => option.html), card.learnedHtml];
  }
}

const ENTITY: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITY[entity] ?? ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
