import type { Card } from '@rounds/contracts/learner-document';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import { documentQuery } from '../../api/version.queries.ts';
import { paths } from '../../lib/paths.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { versionStateQuery } from '../../outbox/version-state.ts';
import { CheckCard } from './check-card.tsx';
import { DecideCard } from './decide-card.tsx';
import { CalloutCard, ImageCard, TextCard } from './plain-cards.tsx';
import { type Player, PlayerContext, type PlayerPieces } from './player.ts';
import { RevealCard } from './reveal-card.tsx';
import { ScenarioCard } from './scenario-card.tsx';

function CardView({ card }: { card: Card }) {
  switch (card.kind) {
    case 'text':
      return <TextCard card={card} />;
    case 'image':
      return <ImageCard card={card} />;
    case 'callout':
      return <CalloutCard card={card} />;
    case 'reveal':
      return <RevealCard card={card} />;
    case 'scenario':
      return <ScenarioCard card={card} />;
    case 'check':
      return <CheckCard card={card} />;
    case 'decide-first':
      return <DecideCard card={card} />;
  }
}

/** A citation leads to its source, which may be folded away. */
function goToSource(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#source-"]');
  const source = link && document.getElementById(link.hash.slice(1));
  if (!source) return;
  event.preventDefault();
  source.closest('details')?.setAttribute('open', '');
  source.focus();
}

type ReadModuleProps = PlayerPieces & { demo: boolean; versionId: string; number: number };

/** The same object for as long as the pieces are the same. */
function usePieces({ AnswerForm, Explained, ReportCard, Tools }: PlayerPieces): PlayerPieces {
  return useMemo(() => ({ AnswerForm, Explained, ReportCard, Tools }), [AnswerForm, Explained, ReportCard, Tools]);
}

function usePlayerOf({ demo, versionId, number, ...given }: ReadModuleProps, card: Card): Player {
  const pieces = usePieces(given);
  const { data: learnerDocument } = useSuspenseQuery(documentQuery(versionId));
  const { owner, record } = useOutbox();
  const { progress } = useSuspenseQuery(versionStateQuery(owner, versionId)).data;
  const navigate = useNavigate();
  return useMemo(() => {
    const { cards } = learnerDocument;
    async function advance(): Promise<void> {
      await record({ kind: 'card-viewed', versionId, cardId: card.cardId });
      await navigate(number < cards.length ? paths.card(versionId, number + 1) : paths.quiz(versionId));
    }
    return { ...pieces, demo, document: learnerDocument, card, number, progress, advance };
  }, [pieces, demo, versionId, number, card, learnerDocument, progress, record, navigate]);
}

function Opened({ card, ...props }: ReadModuleProps & { card: Card }) {
  const player = usePlayerOf(props, card);
  const { record } = useOutbox();
  const { versionId } = props;
  const begun = player.progress.viewedCardIds.length > 0;
  const opened = useRef<string>(null);
  useEffect(() => {
    if (begun || opened.current === versionId) return;
    opened.current = versionId;
    void record({ kind: 'module-opened', versionId });
  }, [begun, record, versionId]);
  return (
    <PlayerContext value={player}>
      <div className="through" onClick={goToSource}>
        <CardView key={card.cardId} card={card} />
      </div>
    </PlayerContext>
  );
}

/** The player: one card, and the way through the module. */
export function ReadModule(props: ReadModuleProps) {
  const { data } = useSuspenseQuery(documentQuery(props.versionId));
  const card = data.cards[props.number - 1];
  return card && <Opened {...props} card={card} />;
}
