import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was told that their browser may soon forget what they did in a module. */
export class StorageWarnings1790000018000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE storage_warning (
        person_id uuid NOT NULL REFERENCES person,
        -- The event by which the module was opened: a person is warned once for each opening.
        opening_id uuid NOT NULL,
        organisation_id uuid NOT NULL REFERENCES organisation,
        warned_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, opening_id)
      );
      SELECT keep_rows('storage_warning');
      ALTER TABLE storage_warning ENABLE ROW LEVEL SECURITY;
      CREATE POLICY storage_warning_own ON storage_warning USING (acting_as_system() OR person_id = acting_person())
        WITH CHECK (acting_as_system());
      -- Events come in the order of their arrival, so that a few pages of the index lead to a few days of them.
      CREATE INDEX learner_event_by_arrival ON learner_event USING brin (received_at) WITH (pages_per_range = 16);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP INDEX learner_event_by_arrival; DROP TABLE storage_warning');
  }
}
