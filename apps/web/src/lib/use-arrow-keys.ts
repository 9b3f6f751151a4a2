import { useEffect } from 'react';

const FIELD = 'input, textarea, select, [contenteditable], dialog, [role=tablist]';

/** Left and right arrows turn the cards, unless a field has the focus or a modifier is held. */
export function useArrowKeys({ onLeft, onRight }: { onLeft: (() => void) | null; onRight: (() => void) | null }): void {
  useEffect(() => {
    function turn(event: KeyboardEvent): void {
      const held = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
      if (held || event.defaultPrevented || (event.target as Element).closest(FIELD)) return;
      const act = event.key === 'ArrowLeft' ? onLeft : event.key === 'ArrowRight' ? onRight : null;
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', turn);
    return () => document.removeEventListener('keydown', turn);
  }, [onLeft, onRight]);
}
