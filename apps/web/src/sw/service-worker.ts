import { isServerPath } from '@rounds/rules/is-server-path';
import { createHandlerBoundToURL, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
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

// A new worker waits until the person says so: it never takes a page over by itself.
self.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void self.skipWaiting();
});

// The first worker of a device serves the page that installed it too; a later one gets here by a tap alone.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
