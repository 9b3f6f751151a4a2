import type { Card, CardOf } from '@rounds/contracts/learner-document';
import { mediaAddress } from '../../api/version.queries.ts';
import { Notice } from '../../ui/notice.tsx';
import { Prose, Sheet } from '../../ui/prose.tsx';
import { Verdict, Verdicts } from '../../ui/verdicts.tsx';
import { ReadScenario } from './read-scenario.tsx';
import type { ReviewPieces } from './version-read.ts';

export const CARD_KINDS: Record<Card['kind'], string> = {
  text: 'Text',
  image: 'Image',
  callout: 'Callout',
  reveal: 'Reveal',
  scenario: 'Scenario',
  check: 'Knowledge check',
  'decide-first': 'Decide first',
};

type ReadCardProps = ReviewPieces & { card: Card; versionId: string };

/** All of a card at once: what a learner sees after a tap or an answer too. */
export function ReadCard({ card, versionId, ItemWithKey }: ReadCardProps) {
  switch (card.kind) {
    case 'text':
      return <Prose html={card.html} />;
    case 'image':
      return <ReadImage card={card} versionId={versionId} />;
    case 'callout':
      return (
        <Notice kind={{ note: 'plain', caution: 'caution', safety: 'stop' }[card.tone] as 'plain'}>
          <Prose html={card.html} />
        </Notice>
      );
    case 'reveal':
      return <ReadReveal card={card} />;
    case 'scenario':
      return <ReadScenario card={card} />;
    case 'check':
      return (
        <>
          <Prose html={card.html} />
          <ItemWithKey item={card.item} itemKey={card.item.key} />
        </>
      );
    case 'decide-first':
      return <ReadDecision card={card} />;
  }
}

function ReadImage({ card: { image, html }, versionId }: { card: CardOf<'image'>; versionId: string }) {
  return (
    <>
      <figure className="stack tight">
        <img src={mediaAddress(versionId, image.file)} alt={image.alt} width={image.width} height={image.height} />
        <figcaption className="fine">{`${image.credit}. Licence: ${image.licence}. In words: ${image.alt}`}</figcaption>
      </figure>
      <Prose html={html} />
    </>
  );
}

function ReadReveal({ card }: { card: CardOf<'reveal'> }) {
  return (
    <>
      <Prose html={card.promptHtml} />
      <p className="label">Shown after a tap</p>
      <Prose html={card.revealHtml} />
    </>
  );
}

function ReadDecision({ card }: { card: CardOf<'decide-first'> }) {
  const note = ({ optionId, unsafe }: (typeof card.options)[number]): string | null => {
    const parts = [
      optionId === card.keyOptionId && 'The sound judgement',
      optionId === card.tool.suggests && 'What the tool suggests',
      unsafe && 'Unsafe',
    ];
    return parts.filter(Boolean).join('. ') || null;
  };
  return (
    <>
      <Prose html={card.html} />
      <p>
        <strong>{card.question}</strong>
      </p>
      <p className="label">{`What ${card.tool.name} says. Invented.`}</p>
      <Sheet html={card.tool.outputHtml} />
      <Verdicts>
        {card.options.map((option) => (
          <Verdict
            key={option.optionId}
            kind={option.optionId === card.keyOptionId ? 'right' : option.unsafe ? 'wrong' : 'plain'}
            note={note(option)}
            what={<span dangerouslySetInnerHTML={{ __html: option.html }} />}
            why={<Prose html={option.rationaleHtml} />}
          />
        ))}
      </Verdicts>
      <p className="label">What the second look used</p>
      <Prose html={card.learnedHtml} />
    </>
  );
}
