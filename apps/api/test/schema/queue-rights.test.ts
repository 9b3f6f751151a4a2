import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PgBoss } from 'pg-boss';
import { TestApp } from '../kit/test-app.ts';
import { until } from '../kit/until.ts';

/** All that the application's role may do in the queue's schema, whose tables carry no policies. */
const RIGHTS = {
  instance: 'SELECT,INSERT,UPDATE,DELETE',
  job: 'SELECT,INSERT,UPDATE,DELETE',
  job_common: 'SELECT,INSERT,UPDATE,DELETE',
  queue: 'SELECT,INSERT,UPDATE',
  schedule: 'SELECT,INSERT,UPDATE',
  bam: 'SELECT',
  job_dependency: 'SELECT,DELETE',
  version: 'SELECT',
};

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

describe('the application in the queue’s schema', () => {
  it('reaches the tables that jobs take, and no other', async () => {
    const rows = await app.system((tx) =>
      tx.rows<{ name: string; rights: string }>(
        `SELECT c.relname AS name, (SELECT string_agg(p, ',' ORDER BY n)
           FROM unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) WITH ORDINALITY t(p, n)
           WHERE has_table_privilege('rounds_app', c.oid, p)) AS rights
         FROM pg_class c WHERE c.relnamespace = 'pgboss'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'S')`,
      ),
    );
    expect(
      Object.fromEntries(rows.filter(({ rights }) => rights !== null).map(({ name, rights }) => [name, rights])),
    ).toEqual(RIGHTS);
  });

  it('cannot make anything there, run what it does not need, nor say that the schema is another', async () => {
    const [rights] = await app.system((tx) =>
      tx.rows(
        `SELECT has_schema_privilege('rounds_app', 'pgboss', 'CREATE') AS makes,
           has_column_privilege('rounds_app', 'pgboss.version', 'version', 'UPDATE') AS migrates,
           array(SELECT proname::text FROM pg_proc WHERE pronamespace = 'pgboss'::regnamespace
             AND has_function_privilege('rounds_app', oid, 'EXECUTE') ORDER BY 1) AS runs`,
      ),
    );
    expect(rights).toEqual({ makes: false, migrates: false, runs: ['create_queue', 'job_now'] });
  });

  it('can still do all that jobs take', async () => {
    const faults: unknown[] = [];
    const boss = new PgBoss({
      connectionString: app.url,
      options: '-c role=rounds_app',
      schema: 'pgboss',
      migrate: false,
      createSchema: false,
      reindex: false,
      monitorVacuum: false,
      max: 2,
    });
    boss.on('error', (fault) => faults.push(fault));
    try {
      await boss.start();
      await boss.createQueue('trial', { retryLimit: 1, retryDelay: 0, deleteAfterSeconds: 1 });
      let times = 0;
      await boss.work('trial', { pollingIntervalSeconds: 0.5 }, async () => {
        times += 1;
        if (times === 1) throw new Error('as the test asked');
      });
      await boss.schedule('trial', '0 * * * *');
      await boss.send('trial', { of: 'the test' });
      await until('the job was tried twice', async () => times >= 2);
      await app.system((tx) => tx.rows('UPDATE pgboss.queue SET monitor_on = NULL, maintain_on = NULL'));
      await boss.supervise();
    } finally {
      await boss.stop({ graceful: true, timeout: 5000 });
    }
    expect(faults).toEqual([]);
  });
});
