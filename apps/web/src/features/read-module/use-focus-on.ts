import { type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * Moves the focus to the element when `step` changes by the person's own act, which says so beforehand with
 * `expect`: what is new is then read out. A change that comes with loading moves nothing.
 */
export function useFocusOn<E extends HTMLElement>(step: string): { ref: RefObject<E | null>; expect: () => void } {
  const ref = useRef<E>(null);
  const expected = useRef(false);
  const seen = useRef(step);
  useEffect(() => {
    if (seen.current === step) return;
    seen.current = step;
    if (!expected.current) return;
    expected.current = false;
    ref.current?.focus({ preventScroll: true });
    ref.current?.scrollIntoView({ block: 'start' });
  }, [step]);
  const expect = useCallback(() => {
    expected.current = true;
  }, []);
  return { ref, expect };
}
