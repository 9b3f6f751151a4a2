/**
 * Where the server answers by itself: its interface and the pages it draws whole. Every other page address belongs to
 * the web application's router, and its service worker answers there without a network.
 */
export const SERVER_PATHS = ['/api', '/sign-in', '/join', '/demo'] as const;
