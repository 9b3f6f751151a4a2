import type { ItemResult } from '@rounds/contracts/attempt';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { plainText } from '../../lib/plain-text.ts';
import { sourceOf } from '../../lib/references.ts';
import { Tag } from '../../ui/tag.tsx';
import type { ShownResult } from './pieces.ts';
import { isConfidentError } from './result-items.ts';

type ItemResultViewProps = ShownResult & { result: ItemResult; heading?: boolean };

function Origins({ result, document }: Pick<ItemResultViewProps, 'result' | 'document'>) {
  const at = document.cards.findIndex(({ cardId }) => cardId === result.cardId);
  const card = document.cards[at];
  const sources = document.references
    .filter(({ id }) => result.sources.includes(id))
    .map((reference) => sourceOf(reference).words);
  return (
    <p className="fact">
      {card && (
        <>
          <Link to={paths.card(document.versionId, at + 1)}>
            Card {at + 1}: {card.title}
          </Link>
          .{' '}
        </>
      )}
      {sources.length > 0 && `${sources.length === 1 ? 'Source' : 'Sources'}: ${sources.join('; ')}.`}
    </p>
  );
}

/** One marked question: each answer explained, the card it comes from, and its sources. */
export function ItemResultView({ result, document, Explained, ReportItem, heading = true }: ItemResultViewProps) {
  const item = document.quiz.items.find(({ itemId }) => itemId === result.itemId);
  if (!item) return null;
  const unanswered = result.response.optionIds.length + result.response.pairs.length === 0;
  return (
    <div className="stack">
      {heading && <h3>{plainText(item.stemHtml)}</h3>}
      {result.fraction > 0 && result.fraction < 1 && (
        <p className="fact">
          <Tag kind="part">Partly right</Tag>
        </p>
      )}
      {isConfidentError(result) && (
        <p>
          <strong>You were very sure of this one.</strong> That makes it the most useful one to look at.
        </p>
      )}
      {unanswered && (
        <p className="fact">
          <Tag>You gave no answer</Tag>
        </p>
      )}
      <Explained item={item} response={result.response} itemKey={result.key} rationales={result.rationales} />
      <Origins result={result} document={document} />
      <div>
        <ReportItem versionId={document.versionId} itemId={item.itemId} />
      </div>
    </div>
  );
}
