import type { Page } from '@playwright/test';

/** One answer: its bytes as they came, head and body, compressed. */
export type Sent = { url: string; bytes: number; encoding: string };

/** Everything a page fetches from now on, over all its documents, with a cache that begins empty. */
export async function watchWire(page: Page): Promise<() => Sent[]> {
  const sent = new Map<string, Sent>();
  const redirects: Sent[] = [];
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.clearBrowserCache');
  devTools.on('Network.requestWillBeSent', ({ redirectResponse: from }) => {
    if (from) redirects.push({ url: from.url, bytes: from.encodedDataLength, encoding: '' });
  });
  devTools.on('Network.responseReceived', ({ requestId, response: { url, headers, encodedDataLength: bytes } }) => {
    sent.set(requestId, { url, bytes, encoding: headers['content-encoding'] ?? '' });
  });
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength: bytes }) => {
    const one = sent.get(requestId);
    if (one) one.bytes = bytes;
  });
  return () => [...redirects, ...sent.values()];
}
