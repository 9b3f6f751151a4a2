import type { LearnerDocument } from '@rounds/contracts/learner-document';
import type { ItemForReview } from '@rounds/contracts/sign-off';
import { useIsDesk } from '../../lib/use-media.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import styles from './version-contents.module.css';

type VersionContentsProps = { document: LearnerDocument; items: readonly ItemForReview[] };

/** The way to each card and question: beside the text at the desk, behind a fold on the phone. */
export function VersionContents({ document, items }: VersionContentsProps) {
  const desk = useIsDesk();
  const parts = (
    <>
      <p className="label">{`Cards, ${document.cards.length}`}</p>
      <ol className={styles.contents}>
        {document.cards.map(({ cardId, title }) => (
          <li key={cardId}>
            <a href={`#${cardId}`}>{title}</a>
          </li>
        ))}
      </ol>
      <p className="label">{`Questions, ${items.length}`}</p>
      <ol className={styles.numbers}>
        {items.map(({ itemId }, index) => (
          <li key={itemId}>
            <a href={`#${itemId}`}>
              <span className="vh">Question </span>
              {index + 1}
            </a>
          </li>
        ))}
      </ol>
    </>
  );
  return (
    <nav className={styles.nav} aria-label="In this version">
      {desk ? (
        parts
      ) : (
        <Disclosure look="link" flush summary={`Contents: ${document.cards.length} cards, ${items.length} questions`}>
          {parts}
        </Disclosure>
      )}
    </nav>
  );
}
