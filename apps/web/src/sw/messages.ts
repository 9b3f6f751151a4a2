/** What a page says to a waiting service worker once the person wants the new version. */
export const TAKE_OVER = 'take-over';
