const inHand = new Set<Promise<unknown>>();

/** Notes that an action is being kept, until it is or cannot be. */
export function takeInHand<T>(keeping: Promise<T>): Promise<T> {
  inHand.add(keeping);
  const done = (): void => void inHand.delete(keeping);
  keeping.then(done, done);
  return keeping;
}

/** Resolves once no action of this page is on its way to the device: whoever turned the page was quicker than sealing. */
export async function nothingInHand(): Promise<void> {
  await Promise.allSettled(inHand);
}
