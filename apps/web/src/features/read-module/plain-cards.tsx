import type { CardOf } from '@rounds/contracts/learner-document';
import { Notice } from '../../ui/notice.tsx';
import { Prose } from '../../ui/prose.tsx';
import { CardTitle } from './card-title.tsx';
import { usePlayer } from './player.ts';
import { Picture } from './picture.tsx';
import { PlayerFrame } from './player-frame.tsx';

export function TextCard({ card }: { card: CardOf<'text'> }) {
  return (
    <PlayerFrame>
      <CardTitle />
      <Prose html={card.html} />
    </PlayerFrame>
  );
}

export function ImageCard({ card }: { card: CardOf<'image'> }) {
  const { document } = usePlayer();
  const { credit, licence } = card.image;
  return (
    <PlayerFrame>
      <CardTitle />
      <figure className="stack tight">
        <Picture versionId={document.versionId} image={card.image} />
        <figcaption className="fine">
          {credit}. Licence: {licence}.
        </figcaption>
      </figure>
      <Prose html={card.html} />
    </PlayerFrame>
  );
}

const TONE = {
  note: { kind: 'plain', label: 'Note' },
  caution: { kind: 'caution', label: 'Take care' },
  safety: { kind: 'stop', label: 'For safety' },
} as const;

export function CalloutCard({ card }: { card: CardOf<'callout'> }) {
  const { kind, label } = TONE[card.tone];
  return (
    <PlayerFrame>
      <CardTitle />
      <Notice kind={kind}>
        <p>
          <strong>{label}</strong>
        </p>
        <Prose html={card.html} />
      </Notice>
    </PlayerFrame>
  );
}
