import { getConstructionPlans } from 'pg-boss';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'pgboss';

/**
 * The job queue's own schema, which pg-boss writes and we run: as the schema's owner, so that the application's role
 * may use it and not alter it. A later pg-boss with another schema version gets a migration of its own, made from
 * `getMigrationPlans` and the version found in `pgboss.version`.
 */
export class QueueAndMail1790000006000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(withoutTransaction(getConstructionPlans(SCHEMA)));
    await q.query(`
      GRANT USAGE ON SCHEMA ${SCHEMA} TO rounds_app;
      -- What sending, doing, repeating and clearing away jobs takes, and no more: no queue is removed, no version of the
      -- schema changed, and nothing runs that pg-boss offers beside, as subscriptions, flows, statistics and index work.
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${SCHEMA}.job, ${SCHEMA}.job_common, ${SCHEMA}.instance TO rounds_app;
      GRANT SELECT, INSERT, UPDATE ON ${SCHEMA}.queue, ${SCHEMA}.schedule TO rounds_app;
      GRANT SELECT, DELETE ON ${SCHEMA}.job_dependency TO rounds_app;
      GRANT SELECT ON ${SCHEMA}.version, ${SCHEMA}.bam TO rounds_app;
      GRANT UPDATE (cron_on, monitor_backoff_on, flow_on, bam_on, reindex_on) ON ${SCHEMA}.version TO rounds_app;
      REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${SCHEMA}.create_queue, ${SCHEMA}.job_now TO rounds_app;

      -- Demo mode only: what would have been sent.
      CREATE TABLE demo_mail (
        id uuid PRIMARY KEY,
        recipient text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        sent_at timestamptz NOT NULL
      );
      CREATE INDEX demo_mail_by_time ON demo_mail (sent_at DESC, id);
      GRANT SELECT, INSERT, DELETE ON demo_mail TO rounds_app;
      ALTER TABLE demo_mail ENABLE ROW LEVEL SECURITY;
      CREATE POLICY demo_mail_system ON demo_mail USING (acting_as_system());
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE demo_mail; DROP SCHEMA ${SCHEMA} CASCADE`);
  }
}

/** The migration runs in a transaction already. */
function withoutTransaction(plans: string): string {
  return plans.replace(/^\s*BEGIN;/, '').replace(/COMMIT;\s*$/, '');
}
