/**
 * Whether this browser drops what a site keeps after seven days without a visit: Safari, and every browser on iOS, unless
 * the site was put on the home screen (WebKit, "Full Third-Party Cookie Blocking and More", 24 March 2020).
 */
export function dropsStorage(
  agent: string = navigator.userAgent,
  isInstalled: boolean = matchMedia('(display-mode: standalone)').matches,
): boolean {
  // Chromium has called itself AppleWebKit/537 for ever; WebKit went on.
  return !isInstalled && /AppleWebKit\/6/.test(agent);
}
