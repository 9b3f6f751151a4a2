/** The page on which an invitation is accepted. */
export function joinPath(token: string): string {
  return `/join?token=${encodeURIComponent(token)}`;
}
