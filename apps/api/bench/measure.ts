/** Times of single operations in milliseconds, and the rate of all. */
export type Measured = { perSecond: number; p50: number; p99: number; count: number; seconds: number };

/** Takes the operations one by one with so many at once, and times each. */
export async function measure(operations: readonly (() => Promise<unknown>)[], atOnce: number): Promise<Measured> {
  const times: number[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let operation = operations[next++]; operation !== undefined; operation = operations[next++]) {
      const begun = performance.now();
      await operation();
      times.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, work));
  const seconds = (performance.now() - begun) / 1000;
  return {
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    count: times.length,
    seconds,
  };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export const RUNS = 5;

/** Five runs of each side, turn about, so that a slow spell of the machine hits both. */
export async function alternate<A, B>(
  ours: (run: number) => Promise<A>,
  theirs: (run: number) => Promise<B>,
): Promise<{ ours: A[]; theirs: B[] }> {
  const both = { ours: [] as A[], theirs: [] as B[] };
  for (let run = 0; run < RUNS; run++) {
    both.ours.push(await ours(run));
    both.theirs.push(await theirs(run));
  }
  return both;
}
