import { isServerPath } from '@rounds/rules/is-server-path';
import { createHandlerBoundToURL, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { sendPending } from '../outbox/send-pending.ts';
import { TAKE_OVER } from './messages.ts';

declare const self: ServiceWorkerGlobalScope;

/** The one document, under the name that the build gives it. */
const SHELL = '/index.html';

// What the build lists: the document and all that learning needs, each by the hash of its content.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

const document = createHandlerBoundToURL(SHELL);
const isFile = (path: string): boolean => /[.][^/]+$/.test(path);

// Page addresses of the application's router get its document, with or without a network.
registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.mode === 'navigate' && !isServerPath(url.pathname) && !isFile(url.pathname),
  document,
);

/** Background Sync is not in TypeScript's library. */
type SyncEvent = ExtendableEvent & { tag: string };

// The browser wakes the worker when there is a network again, also with no page open; tried again later if it rejects.
self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent;
  if (tag === 'outbox') (event as SyncEvent).waitUntil(sendPending());
});

// A new worker waits until the person says so: it never takes a page over by itself.
self.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void self.skipWaiting();
});

// The first worker of a device serves the page that installed it too; a later one gets here by a tap alone.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
