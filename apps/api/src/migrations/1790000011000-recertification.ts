import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What CPD leads asked people to do again. */
export class Recertification1790000011000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE recertification (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        organisation_id uuid NOT NULL REFERENCES organisation,
        -- Where the person worked when they were asked.
        unit_id uuid NOT NULL REFERENCES unit,
        module_id uuid NOT NULL REFERENCES learning_module,
        -- The completion that no longer suffices. A later one in the organisation answers the request, so that no two
        -- clocks are compared; it is asked for once, however many ask.
        completion_id uuid NOT NULL UNIQUE REFERENCES completion,
        -- As the learner reads it.
        reason text NOT NULL,
        asked_by uuid NOT NULL REFERENCES person,
        asked_at timestamptz NOT NULL
      );
      CREATE INDEX recertification_by_person ON recertification (person_id, organisation_id);
      SELECT keep_rows('recertification');
      ALTER TABLE recertification ENABLE ROW LEVEL SECURITY;
      CREATE POLICY recertification_read ON recertification FOR SELECT USING (
        acting_as_system() OR organisation_id = acting_organisation() OR person_id = acting_person());
      CREATE POLICY recertification_add ON recertification FOR INSERT WITH CHECK (
        acting_as_system() OR (asked_by = acting_person() AND organisation_id = acting_organisation()));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE recertification');
  }
}
