/** Every browser there is WebKit beneath, whatever it calls itself. */
const APPLE_HANDHELD = /\b(?:iPhone|iPad|iPod)\b/;
const SAFARI = /\bSafari\//;
/** Others claim to be Safari too. Their own engines keep storage. */
const OTHER_ENGINE = /\b(?:Chrome|Chromium|HeadlessChrome|Android|Edg|OPR)\b/;

/**
 * Whether a browser forgets what a site keeps after 7 days of its use without a visit: WebKit does
 * (webkit.org/blog/10218, Intelligent Tracking Prevention). A guess from what the browser says of itself.
 */
export function dropsStorage(userAgent: string): boolean {
  return APPLE_HANDHELD.test(userAgent) || (SAFARI.test(userAgent) && !OTHER_ENGINE.test(userAgent));
}
