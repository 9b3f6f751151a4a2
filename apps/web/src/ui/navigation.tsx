import { createContext, type ReactNode, useContext, useState } from 'react';
import { useLocation } from 'react-router';

const Count = createContext(0);

/** Counts the navigations since the document was loaded, so that a title knows whether to take the focus. */
export function NavigationCount({ children }: { children: ReactNode }) {
  const { key } = useLocation();
  const [seen, setSeen] = useState({ key, count: 0 });
  if (seen.key !== key) setSeen({ key, count: seen.count + 1 });
  return <Count value={seen.count}>{children}</Count>;
}

/** 0 on the page that was loaded, where the browser's own start of the document is the right place. */
export function useNavigationCount(): number {
  return useContext(Count);
}
