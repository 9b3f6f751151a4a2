import type { LearnerDocument } from '@rounds/contracts/learner-document';
import type { ItemForReview } from '@rounds/contracts/sign-off';
import { type ReactNode, useId } from 'react';
import { sourceOf } from '../../lib/references.ts';
import { Sources } from '../../ui/sources.tsx';
import { CARD_KINDS, ReadCard } from './read-card.tsx';
import styles from './read-version.module.css';
import type { ReviewPieces } from './version-read.ts';

type ReadVersionProps = ReviewPieces & { document: LearnerDocument; items: readonly ItemForReview[] };

/** A whole version on one page: every card, every question with its key, every source. */
export function ReadVersion({ document, items, ItemWithKey }: ReadVersionProps) {
  const { cards, outcomes, references, versionId } = document;
  const sourcesOf = (ids: readonly string[]) => references.filter(({ id }) => ids.includes(id)).map(sourceOf);
  return (
    <div className={styles.version}>
      <Part id="outcomes" title="What it is for" kind="Summary">
        <p>{document.summary}</p>
        <p>After it a learner can:</p>
        <ol className="numbered">
          {outcomes.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ol>
        {document.contentWarning && <p className="fact">{document.contentWarning}</p>}
        <p className="fact">{`Author: ${document.author}. How AI was used: ${document.aiUse}`}</p>
      </Part>
      {cards.map((card, index) => (
        <Part
          key={card.cardId}
          id={card.cardId}
          title={card.title}
          kind={`Card ${index + 1}, ${CARD_KINDS[card.kind].toLowerCase()}`}
        >
          <ReadCard card={card} versionId={versionId} ItemWithKey={ItemWithKey} />
          {card.sources.length > 0 && <Sources sources={sourcesOf(card.sources)} />}
        </Part>
      ))}
      {items.map((item, index) => (
        <Part key={item.itemId} id={item.itemId} title={`Question ${index + 1}`} kind={kindOf(item, outcomes)}>
          <ItemWithKey item={item} itemKey={item.key} />
          <Sources sources={sourcesOf(item.sources)} />
        </Part>
      ))}
    </div>
  );
}

const ITEM_KINDS: Record<ItemForReview['kind'], string> = {
  'single-best-answer': 'One best answer',
  'multiple-response': 'Several answers',
  ordering: 'Put in order',
  matching: 'Match',
};

function kindOf(
  { kind, outcomeId, safetyCritical, mended }: ItemForReview,
  outcomes: LearnerDocument['outcomes'],
): string {
  const outcome = outcomes.findIndex(({ id }) => id === outcomeId) + 1;
  return [
    `Outcome ${outcome}`,
    ITEM_KINDS[kind],
    safetyCritical && 'must be right to pass',
    mended && 'its key was mended here',
  ]
    .filter(Boolean)
    .join(', ');
}

function Part({ id, title, kind, children }: { id: string; title: string; kind: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section className="stack" id={id} tabIndex={-1} aria-labelledby={heading}>
      <div className="stack hair">
        <p className="label">{kind}</p>
        <h2 id={heading}>{title}</h2>
      </div>
      {children}
    </section>
  );
}
