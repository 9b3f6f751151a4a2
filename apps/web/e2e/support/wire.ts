import { expect, type Page } from '@playwright/test';

/** One answer: its bytes as they come, head and body, compressed. Moments are milliseconds since 1970; 0: not yet. */
export type Sent = { url: string; bytes: number; encoding: string; askedAt: number; cameAt: number };

/** Milliseconds there and back, and bytes a second. */
type Line = { offline: boolean; latency: number; downloadThroughput: number; uploadThroughput: number };

/** A poor line in a hospital. What a page does not wait for comes after it there. */
const LINE: Line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

/** Everything that a page fetches from now on over a poor line, in all its documents, with a cache that begins empty. */
export class Wire {
  private readonly sent: Sent[] = [];

  private constructor() {}

  static async of(page: Page, line: Line = LINE): Promise<Wire> {
    const wire = new Wire();
    const begun = new Map<string, { one: Sent; clock: number }>();
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Network.enable');
    await devTools.send('Network.clearBrowserCache');
    await devTools.send('Network.emulateNetworkConditions', line);

    // The browser's clock counts from its own start; only a request's beginning says what time that was.
    function came(requestId: string, timestamp: number, bytes: number): void {
      const known = begun.get(requestId);
      if (known) Object.assign(known.one, { bytes, cameAt: known.one.askedAt + (timestamp - known.clock) * 1000 });
    }
    devTools.on('Network.requestWillBeSent', ({ requestId, request, wallTime, timestamp, redirectResponse }) => {
      // What is sent on to another address keeps its id.
      if (redirectResponse) came(requestId, timestamp, redirectResponse.encodedDataLength);
      const one = { url: request.url, bytes: 0, encoding: '', askedAt: wallTime * 1000, cameAt: 0 };
      begun.set(requestId, { one, clock: timestamp });
      wire.sent.push(one);
    });
    devTools.on('Network.responseReceived', ({ requestId, response: { headers } }) => {
      Object.assign(begun.get(requestId)?.one ?? {}, { encoding: headers['content-encoding'] ?? '' });
    });
    devTools.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) =>
      came(requestId, timestamp, encodedDataLength),
    );
    return wire;
  }

  /** All that had come, to its last byte, at a moment. */
  async at(moment: number): Promise<Sent[]> {
    const asked = this.sent.filter(({ askedAt }) => askedAt <= moment);
    await expect.poll(() => asked.filter(({ cameAt }) => cameAt === 0)).toEqual([]);
    return asked.filter(({ cameAt }) => cameAt <= moment);
  }
}
