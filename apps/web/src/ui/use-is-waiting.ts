import { useEffect, useState } from 'react';
import { useLocation, useNavigation } from 'react-router';

/** Milliseconds a page may take before the one it replaces makes way for "Fetching". */
const PATIENCE = 500;

/** True when another page has been on its way for so long that staying silent would look broken. */
export function useIsWaiting(): boolean {
  const { location } = useNavigation();
  const here = useLocation();
  const leaving = location !== undefined && location.pathname !== here.pathname;
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!leaving) return setWaiting(false);
    const timer = setTimeout(() => setWaiting(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [leaving]);
  return leaving && waiting;
}
