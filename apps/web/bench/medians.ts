export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The steps of one run, in milliseconds. */
export type Steps = { typical: number; slowest: number };

export function stepsOf(times: readonly number[]): Steps {
  if (times.length === 0) throw new Error('No step was noted');
  return { typical: median(times), slowest: Math.max(...times) };
}

export function medianSteps(runs: readonly Steps[]): Steps {
  return {
    typical: median(runs.map(({ typical }) => typical)),
    slowest: median(runs.map(({ slowest }) => slowest)),
  };
}
