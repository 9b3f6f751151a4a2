import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { type Db as BossDb, type Job as BossJob, type JobResult, PgBoss } from 'pg-boss';
import { CONFIG, type Config } from '../config.ts';
import type { Tx } from '../db.ts';
import { LOG, type Log, redacted } from '../log.ts';
import { v5 } from '../uuid.ts';
import type { Job, Worker } from './job.ts';

/** Our own; names the ids made from queue and key. */
const NAMESPACE = '6d2f4f0e-6f0b-4d0e-9a53-1f0a4f3c7b11';

const DAY = 86_400;

/** A mail server may be away for a morning: nine tries, the first after half a minute, the last about 2 hours later. */
const QUEUE = {
  retryLimit: 8,
  retryDelay: 30,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 300,
  retentionSeconds: 3 * DAY,
  deleteAfterSeconds: 2 * DAY,
  notify: true,
};

/** Woken by each new job; looks by itself, for those to be tried again, every few seconds. */
const PACE = {
  perJobResults: true,
  batchSize: 5,
  burstWhenBatchFull: true,
  notifyPollingIntervalSeconds: 10,
  pollingIntervalSeconds: 2,
} as const;

/** Longest wait for running jobs at shutdown, in milliseconds. */
const GRACE = 5000;

/** Jobs kept in the database by pg-boss, whose schema comes by migration. */
@Injectable()
export class JobQueue implements BeforeApplicationShutdown {
  private readonly workers: Worker[] = [];
  private boss: Promise<PgBoss> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Before anything is queued: at the start of the modules. */
  register(worker: Worker): void {
    this.workers.push(worker);
  }

  /** On the caller's connection: a transaction that is undone leaves no job behind. */
  async enqueue(tx: Tx, { queue, key, data }: Job): Promise<void> {
    const boss = await this.started();
    await boss.send(queue, data, { id: v5(NAMESPACE, `${queue}:${key}`), db: onConnectionOf(tx) });
  }

  /** Begins to do jobs. A process that only serves, or a test, leaves it out. */
  async startWorking(): Promise<void> {
    const boss = await this.started();
    for (const worker of this.workers) {
      await boss.work(worker.queue, PACE, (jobs) => this.runEach(worker, jobs));
      if (worker.every !== undefined) await boss.schedule(worker.queue, worker.every);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    const boss = await this.boss?.catch(() => null);
    await boss?.stop({ graceful: true, timeout: GRACE });
  }

  private started(): Promise<PgBoss> {
    this.boss ??= this.start().catch((fault: unknown) => {
      this.boss = null;
      throw fault;
    });
    return this.boss;
  }

  private async start(): Promise<PgBoss> {
    const boss = new PgBoss({
      connectionString: this.config.databaseUrl,
      options: '-c role=rounds_app',
      application_name: 'rounds-jobs',
      max: 2,
      schema: 'pgboss',
      migrate: false,
      createSchema: false,
      reindex: false,
      monitorVacuum: false,
      useListenNotify: true,
    });
    boss.on('error', (fault) => this.log.error({ fault: redacted(fault) }, 'job queue'));
    await boss.start();
    for (const { queue } of this.workers) await boss.createQueue(queue, QUEUE);
    return boss;
  }

  /** One after the other; one that fails is tried again without the others. */
  private async runEach(worker: Worker, jobs: readonly BossJob<unknown>[]): Promise<JobResult[]> {
    const results: JobResult[] = [];
    for (const { id, data } of jobs) {
      try {
        await worker.run(data, id);
        results.push({ id, status: 'completed' });
      } catch (fault) {
        // pg-boss would keep what is thrown in the job's row, and a fault may quote a person's data: it goes to the log, redacted.
        this.log.warn({ queue: worker.queue, jobId: id, fault: redacted(fault) }, 'job failed');
        results.push({ id, status: 'failed' });
      }
    }
    return results;
  }
}

function onConnectionOf(tx: Tx): BossDb {
  return { executeSql: async (text, values = []) => ({ rows: (await tx.connection.query(text, [...values])).rows }) };
}
