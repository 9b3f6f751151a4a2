import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What work that comes late needs: the server's own secrets, and whose clock a time is by. */
export class Offline1790000012000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Made at the first start: what receipts are signed with, devices' keys derive from, and hand-in files are sealed to.
      CREATE TABLE server_secret (
        name text PRIMARY KEY,
        secret bytea NOT NULL,
        made_at timestamptz NOT NULL
      );
      SELECT keep_rows('server_secret');
      ALTER TABLE server_secret ENABLE ROW LEVEL SECURITY;
      CREATE POLICY server_secret_system ON server_secret USING (acting_as_system());

      -- Whether occurred_at is the device's own time or, where that cannot be, the arrival's.
      ALTER TABLE learner_event ADD COLUMN timed_by text NOT NULL DEFAULT 'device' CHECK (timed_by IN ('device', 'arrival'));
      ALTER TABLE attempt ADD COLUMN timed_by text NOT NULL DEFAULT 'device' CHECK (timed_by IN ('device', 'arrival'));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE attempt DROP COLUMN timed_by;
      ALTER TABLE learner_event DROP COLUMN timed_by;
      DROP TABLE server_secret;
    `);
  }
}
