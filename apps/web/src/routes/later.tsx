import { type ComponentType, lazy, Suspense } from 'react';

/** A piece that is fetched after its page. Where it cannot be fetched, as without a network, the page stands without it. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Piece = lazy(async () => ({ default: await load().catch(() => () => null) }));
  return function Later(props) {
    return (
      <Suspense fallback={null}>
        <Piece {...props} />
      </Suspense>
    );
  };
}
