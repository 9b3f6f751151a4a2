import type { CardOf } from '@rounds/contracts/learner-document';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Prose } from '../../ui/prose.tsx';
import { CardTitle } from './card-title.tsx';
import { PlayerFrame } from './player-frame.tsx';

/** A thought first, then what follows it. */
export function RevealCard({ card }: { card: CardOf<'reveal'> }) {
  const [open, setOpen] = useState(false);
  return (
    <PlayerFrame>
      <CardTitle />
      <Prose html={card.promptHtml} />
      <Button kind="second" aria-expanded={open} aria-controls="revealed" onClick={() => setOpen(!open)}>
        {open ? 'Hide it' : 'Show it'}
      </Button>
      <div id="revealed" aria-live="polite">
        {open && <Prose html={card.revealHtml} />}
      </div>
    </PlayerFrame>
  );
}
