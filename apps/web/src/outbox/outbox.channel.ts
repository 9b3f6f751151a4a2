/** What one tab, or the service worker, tells the others of an owner's outbox. */
export type News =
  /** An action was kept. */
  | { kind: 'kept'; owner: string; id: string }
  /** The server took something, at this device time: results and progress have to be read again. */
  | { kind: 'sent'; owner: string; at: string; byArrival: boolean }
  /** A letter was set aside, or is to be tried again. */
  | { kind: 'changed'; owner: string }
  /** The owner has left this device. */
  | { kind: 'sealed'; owner: string };

export type Channel = { tell: (news: News) => void; close: () => void };

/** A line to the other tabs; never hears itself. Browsers without one have every tab look for itself. */
export function openChannel(hear: (news: News) => void): Channel {
  if (!('BroadcastChannel' in globalThis)) return { tell: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel('rounds-outbox');
  channel.onmessage = ({ data }: MessageEvent<News>) => hear(data);
  return { tell: (news) => channel.postMessage(news), close: () => channel.close() };
}
