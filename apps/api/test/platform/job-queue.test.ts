import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { JobQueue } from '../../src/platform/queue/job-queue.ts';
import { TestApp } from '../kit/test-app.ts';
import { until } from '../kit/until.ts';

const QUEUE = 'test-errands';
let app: TestApp;
let queue: JobQueue;
const done: string[] = [];

beforeAll(async () => {
  app = await TestApp.start();
  queue = app.nest.get(JobQueue);
  queue.register({
    queue: QUEUE,
    run: async (data) => {
      const { errand } = data as { errand: string };
      if (errand.startsWith('bad')) throw new Error(`no such errand: ${errand}`);
      done.push(errand);
    },
  });
  await queue.startWorking();
});
afterAll(() => app.stop());

function order(errand: string, key = errand): Promise<void> {
  return app.system((tx) => queue.enqueue(tx, { queue: QUEUE, key, data: { errand } }));
}

function jobs(errand: string) {
  return app.system((tx) =>
    tx.rows<{ state: string; retry_count: number; output: unknown }>(
      `SELECT state::text, retry_count, output FROM pgboss.job WHERE name = $1 AND data->>'errand' = $2`,
      [QUEUE, errand],
    ),
  );
}

describe('the job queue', () => {
  it('does a job once its transaction is committed', async () => {
    const errand = randomUUID();
    await order(errand);
    await until('the job', async () => done.includes(errand));
    await until('its row', async () => (await jobs(errand))[0]?.state === 'completed');
  });

  it('knows nothing of a job whose transaction was undone', async () => {
    const errand = randomUUID();
    const undone = app.system(async (tx) => {
      await queue.enqueue(tx, { queue: QUEUE, key: errand, data: { errand } });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await jobs(errand)).toEqual([]);
  });

  it('does the job of one key once, however often it is asked for', async () => {
    const errand = randomUUID();
    await Promise.all([order(errand), order(errand), order(errand)]);
    await until('the job', async () => done.includes(errand));
    await order(errand);
    expect(await jobs(errand)).toHaveLength(1);
    expect(done.filter((one) => one === errand)).toHaveLength(1);
  });

  it('keeps a failed job for another try, without the words of the fault', async () => {
    const errand = `bad ${randomUUID()}`;
    await order(errand);
    const [job] = await until('the failure', async () => {
      const found = await jobs(errand);
      return found[0]?.state === 'retry' && found;
    });
    expect(JSON.stringify(job?.output)).not.toContain('no such errand');
  });

  it('runs under the role that owns nothing', async () => {
    const owners = await app.system((tx) =>
      tx.rows<{ owner: string }>(
        `SELECT DISTINCT tableowner::text AS owner FROM pg_tables WHERE schemaname = 'pgboss'`,
      ),
    );
    expect(owners.map(({ owner }) => owner)).not.toContain('rounds_app');
    await expect(app.system((tx) => tx.rows('DROP TABLE pgboss.job'))).rejects.toThrow('must be owner');
  });
});
