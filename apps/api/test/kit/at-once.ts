import type { Tx } from '../../src/platform/db.ts';
import type { TestApp } from './test-app.ts';
import { until } from './until.ts';

const WAITING = `
  SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** Holds a lock, sends requests, and lets them go on only when all of them wait for it. Their statuses, in order. */
export async function atOnce(
  app: TestApp,
  lock: (tx: Tx) => Promise<void>,
  requests: readonly (() => Promise<{ status: number }>)[],
): Promise<number[]> {
  const { sent } = await app.system(async (tx) => {
    await lock(tx);
    const answers = requests.map((send) => send().then(({ status }) => status));
    await until('all at the door', async () => (await tx.rows(WAITING)).length === requests.length);
    return { sent: Promise.all(answers) };
  });
  return sent;
}
