const BASE = 'http://local.invalid';

/**
 * A path of this site that a page may lead back to, or null: anything that a browser would take to another site, as
 * "//other.test" or "/\other.test", is none.
 */
export function localPath(wanted: string | undefined): string | null {
  // Browsers drop control characters and read backslashes as slashes, so neither may pass.
  if (wanted === undefined || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted) || wanted.length > 2000) return null;
  if (!URL.canParse(wanted, BASE)) return null;
  const url = new URL(wanted, BASE);
  return url.origin === BASE && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : null;
}
