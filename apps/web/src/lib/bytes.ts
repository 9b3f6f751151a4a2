/** Bytes as whole kilobytes of 1,000 bytes, rounded up; never 0 kB. */
export function kilobytes(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1000));
}
