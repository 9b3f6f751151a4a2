import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useNavigationCount } from './navigation.tsx';

type PageTitleProps = {
  /** The document's title, where the heading's words are too long or not text. */
  name?: string;
  className?: string | undefined;
  children: ReactNode;
};

/** The page's `h1`: names the document, and takes the focus when the path has changed. */
export function PageTitle({ name, className, children }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const count = useNavigationCount();
  const title = name ?? (typeof children === 'string' ? children : '');
  useEffect(() => {
    document.title = `${title} – Rounds`;
  }, [title]);
  const moved = useRef(count);
  moved.current = count;
  useEffect(() => {
    if (moved.current > 0) heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
