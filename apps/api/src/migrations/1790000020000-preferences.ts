import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a person wants the product to look, on every device. */
export class Preferences1790000020000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE person_preference (
        person_id uuid PRIMARY KEY REFERENCES person,
        -- Null: as usual, or as the device has it.
        text_size text CHECK (text_size IN ('larger', 'largest')),
        spacing text CHECK (spacing = 'wide'),
        theme text CHECK (theme IN ('light', 'dark', 'contrast')),
        motion text CHECK (motion = 'none'),
        changed_at timestamptz NOT NULL
      );
      GRANT SELECT, INSERT, UPDATE ON person_preference TO rounds_app;
      ALTER TABLE person_preference ENABLE ROW LEVEL SECURITY;
      CREATE POLICY person_preference_own ON person_preference
        USING (acting_as_system() OR person_id = acting_person());
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE person_preference');
  }
}
