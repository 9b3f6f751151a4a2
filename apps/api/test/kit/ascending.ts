/** Statuses of requests sent at once, in an order that does not tell which came first. */
export function ascending(statuses: readonly number[]): number[] {
  return statuses.toSorted((a, b) => a - b);
}
