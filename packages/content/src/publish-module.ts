import type { ItemKind } from '@rounds/contracts/item';
import { LearnerDocument } from '@rounds/contracts/learner-document';
import { MarkingDocument } from '@rounds/contracts/marking-document';
import { cardTexts } from './card-texts.ts';
import { hashBytes, hashContent } from './hash-content.ts';
import { itemIdOf, moduleIdOf, pathIdOf, versionIdOf } from './library-ids.ts';
import type { AuthoredModule } from './load-library.ts';
import type { AuthoredMedia } from './module-draft.ts';
import { publishCard } from './publish-card.ts';
import { publishLearnerItem, publishMarkingItem } from './publish-item.ts';
import { plainText } from './read-text.ts';

/** One item of the pool, for its versioned row. */
export type PublishedItem = {
  itemId: string;
  /** The author's stable id. */
  code: string;
  kind: ItemKind;
  outcomeId: string;
  safetyCritical: boolean;
  /** SHA-256, in hex, of all the author wrote of it: another hash is another version of the item. */
  contentHash: string;
};

export type PublishedMedia = AuthoredMedia & { sha256: string };

export type PublishedModule = {
  learnerDocument: LearnerDocument;
  markingDocument: MarkingDocument;
  media: PublishedMedia[];
  /** Plain words for full-text search: title, summary, outcomes and cards; nothing of the quiz. */
  searchText: string;
  /** SHA-256, in hex, of the module's content: layout of its files, place in its path and the path's title left out. */
  contentHash: string;
  items: PublishedItem[];
};

/** Freezes a module into what learners see and what marking needs. Throws ZodError if that breaks the contract. */
export function publishModule(authored: AuthoredModule): PublishedModule {
  const { manifest, items } = authored;
  return {
    learnerDocument: LearnerDocument.parse(buildLearnerDocument(authored)),
    markingDocument: MarkingDocument.parse({
      versionId: versionIdOf(manifest.id, manifest.version),
      ...manifest.quiz,
      items: items.map((item) => publishMarkingItem(manifest.id, item)),
    } satisfies MarkingDocument),
    media: authored.media.map((one) => ({ ...one, sha256: hashBytes(one.bytes) })),
    searchText: buildSearchText(authored),
    contentHash: hashModule(authored),
    items: items.map((item) => ({
      itemId: itemIdOf(manifest.id, item.id),
      code: item.id,
      kind: item.kind,
      outcomeId: item.outcome,
      safetyCritical: item.safetyCritical,
      contentHash: hashContent(item),
    })),
  };
}

function buildLearnerDocument({ path, manifest, cards, items, media }: AuthoredModule): LearnerDocument {
  return {
    versionId: versionIdOf(manifest.id, manifest.version),
    moduleId: moduleIdOf(manifest.id),
    moduleCode: manifest.id,
    pathId: pathIdOf(path.id),
    pathTitle: path.title,
    version: manifest.version,
    title: manifest.title,
    summary: manifest.summary,
    language: manifest.language,
    audience: manifest.audience,
    level: manifest.level,
    minutes: manifest.minutes,
    outcomes: manifest.outcomes,
    capabilities: manifest.capabilities,
    standards: manifest.standards,
    author: manifest.author,
    aiUse: manifest.aiUse,
    reviewedBy: manifest.reviewedBy,
    reviewBy: manifest.reviewBy,
    helpLine: manifest.helpline,
    contentWarning: manifest.contentWarning,
    references: manifest.references,
    cards: cards.map((card) => publishCard({ module: manifest.id, card, media })),
    quiz: { ...manifest.quiz, items: items.map((item) => publishLearnerItem(manifest.id, item)) },
  };
}

function buildSearchText({ manifest, cards }: AuthoredModule): string {
  const texts = [manifest.title, manifest.summary, ...manifest.outcomes.map(({ text }) => text)];
  const ofCards = cards.flatMap(cardTexts).map(({ text }) => plainText(text));
  return [...texts, ...ofCards].join('\n').replaceAll(/\s*\n\s*/gu, '\n');
}

/** A module that only moves within its path is the same version. */
function hashModule({ manifest: { position: _, ...manifest }, cards, items, media }: AuthoredModule): string {
  return hashContent({
    manifest,
    cards,
    items,
    media: media.map(({ file, bytes }) => ({ file, sha256: hashBytes(bytes) })),
  });
}
