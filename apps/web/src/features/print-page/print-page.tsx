import { useEffect } from 'react';
import { Button } from '../../ui/button.tsx';
import './print-page.css';

/** What is folded away stands on paper too. */
function useUnfoldedOnPaper(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const unfold = (): void => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
      for (const fold of opened) fold.open = true;
    };
    const fold = (): void => {
      for (const one of opened) one.open = false;
    };
    addEventListener('beforeprint', unfold);
    addEventListener('afterprint', fold);
    return () => {
      removeEventListener('beforeprint', unfold);
      removeEventListener('afterprint', fold);
    };
  }, []);
}

/** The button, and how the page looks on paper: also where the browser's own command is used. */
export function PrintPage() {
  useUnfoldedOnPaper();
  return (
    <Button kind="text" onClick={() => print()}>
      Print this page
    </Button>
  );
}
