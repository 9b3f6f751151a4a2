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
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO rounds_app;

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
