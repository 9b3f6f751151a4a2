/** Milliseconds after which the first page has come, or the network is so slow that nothing more may be asked of it yet. */
const LONGEST = 20_000;

let tell = (): void => undefined;
const shown = new Promise<void>((resolve) => {
  tell = resolve;
});

/** The first card can be read: what comes over the network from now on takes nothing from it. */
export function cardIsReadable(): void {
  tell();
}

/** Whether this page is served from this device: then nothing has to wait. */
export const isInstalled = (): boolean => Boolean(navigator.serviceWorker?.controller);

/** Resolves once a card can be read, or somebody has looked at other pages for a while. */
export async function whenReadable(): Promise<void> {
  if (isInstalled()) return;
  const timer = setTimeout(tell, LONGEST);
  await shown;
  clearTimeout(timer);
}
