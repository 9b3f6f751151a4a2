import { useSyncExternalStore } from 'react';

/** True from the width where the layout becomes the desk's; the same number as in `base.css`. */
export function useIsDesk(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(DESK);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(DESK).matches,
  );
}

const DESK = '(min-width: 60rem)';
