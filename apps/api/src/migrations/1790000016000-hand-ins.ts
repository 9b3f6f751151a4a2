import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of work kept on a device, brought by another way: each content once a person. */
export class HandIns1790000016000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE hand_in (
        person_id uuid NOT NULL REFERENCES person,
        -- SHA-256 of what was sealed: sealed again, it is the same.
        content_hash bytea NOT NULL,
        organisation_id uuid NOT NULL REFERENCES organisation,
        -- By the device's clock.
        made_at timestamptz NOT NULL,
        handed_in_at timestamptz NOT NULL,
        accepted int NOT NULL CHECK (accepted >= 0),
        known int NOT NULL CHECK (known >= 0),
        set_aside int NOT NULL CHECK (set_aside >= 0),
        PRIMARY KEY (person_id, content_hash)
      );
      SELECT keep_rows('hand_in');
      ALTER TABLE hand_in ENABLE ROW LEVEL SECURITY;
      CREATE POLICY hand_in_own ON hand_in USING (acting_as_system() OR person_id = acting_person())
        WITH CHECK (acting_as_system() OR (person_id = acting_person() AND organisation_id = acting_organisation()));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE hand_in');
  }
}
