import { TestEnvironment } from 'jest-environment-jsdom';

const FROM_NODE = [
  'fetch', 'Request', 'Response', 'Headers', 'FormData', 'Blob', 'TextEncoder', 'TextDecoder',
  'ReadableStream', 'WritableStream', 'TransformStream', 'TextDecoderStream', 'CompressionStream',
  'DecompressionStream', 'BroadcastChannel', 'structuredClone', 'MessageChannel', 'MessagePort',
  'MessageEvent', 'AbortController', 'AbortSignal', 'EventTarget', 'Event', 'URL', 'URLSearchParams',
  'WebSocket', 'Uint8Array', 'ArrayBuffer',
];
/** jsdom has its own of these, tied to its documents; Node's would not reach a listener. */
const KEEP = new Set(['EventTarget', 'Event', 'MessageEvent', 'WebSocket', 'URL', 'URLSearchParams', 'FormData', 'Blob']);

/** jsdom without the web platform that Node has and jsdom lacks: fetch, streams, encoders. */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of FROM_NODE) {
      if (KEEP.has(name) && this.global[name] !== undefined) continue;
      if (globalThis[name] !== undefined) this.global[name] = globalThis[name];
    }
    if (!this.global.crypto?.randomUUID) this.global.crypto = globalThis.crypto;
  }
}
