import { locks } from 'node:worker_threads';
import { TestEnvironment } from 'jest-environment-jsdom';

/** What Node has and jsdom lacks. Not MessageChannel: an open port would keep the test run from ending. */
const FROM_NODE = [
  'Request',
  'Response',
  'Headers',
  'TextEncoder',
  'TextDecoder',
  'ReadableStream',
  'WritableStream',
  'TransformStream',
  'TextDecoderStream',
  'CompressionStream',
  'DecompressionStream',
  'BroadcastChannel',
  'structuredClone',
];
/** jsdom's own are refused by Node's fetch, which asks for its own kind. */
const OVER_JSDOM = ['AbortController', 'AbortSignal', 'Blob', 'File'];

/** What jsdom knows by name and does not do. */
function addWhatIsMissing(page) {
  page.HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  page.HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  page.Element.prototype.scrollIntoView = () => undefined;
  page.scrollTo = () => undefined;
  page.matchMedia = (media) => Object.assign(new page.EventTarget(), { media, matches: false });
}

/** jsdom with the rest of the web platform, and with addresses read from the document's own. */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const page = this.global;
    for (const name of FROM_NODE) page[name] ??= globalThis[name];
    for (const name of ['Uint8Array', 'ArrayBuffer', ...OVER_JSDOM]) page[name] = globalThis[name];
    addWhatIsMissing(page);
    page.fetch = (address, init) =>
      globalThis.fetch(address instanceof Request ? address : new URL(address, page.location.href), init);
    // Node's, for jsdom's has no subtle; and one lock manager for all pages of a test.
    Object.defineProperty(page, 'crypto', { value: globalThis.crypto });
    Object.defineProperty(page.navigator, 'locks', { value: locks });
  }
}
