import { useEffect } from 'react';

const LOCK = 'rounds-in-a-step';

/** While a card or a question is on the screen, in any tab, no new version of the program may take over. */
export function useInAStep(): void {
  useEffect(() => {
    let leave = (): void => undefined;
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    void navigator.locks?.request(LOCK, { mode: 'shared' }, () => left);
    return () => leave();
  }, []);
}

export async function isAnyTabInAStep(): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.some(({ name }) => name === LOCK);
}
