/** Where a joining code is typed: shown on paper, so without the part before the slashes. */
export function joiningAddress(): string {
  return `${window.location.host}/join/code`;
}
