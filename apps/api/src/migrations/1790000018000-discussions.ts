import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Team discussions: the kit of a path, what was opened, and who confirmed. */
export class Discussions1790000018000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(SECURITY);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE discussion_quorum, discussion_participant, discussion;
      ALTER TABLE learning_path DROP COLUMN discussion;
    `);
  }
}

const TABLES = `
  -- A contract's DiscussionKit; null for a path without one.
  ALTER TABLE learning_path ADD COLUMN discussion jsonb;

  CREATE TABLE discussion (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    path_id uuid NOT NULL REFERENCES learning_path,
    path_title text NOT NULL,
    code text NOT NULL,
    held_on date NOT NULL,
    opened_by uuid NOT NULL REFERENCES person,
    opened_at timestamptz NOT NULL,
    UNIQUE (organisation_id, held_on, code)
  );
  CREATE TABLE discussion_participant (
    discussion_id uuid NOT NULL REFERENCES discussion,
    person_id uuid NOT NULL REFERENCES person,
    line text NOT NULL,
    confirmed_at timestamptz NOT NULL,
    PRIMARY KEY (discussion_id, person_id)
  );
  CREATE INDEX discussion_participant_by_person ON discussion_participant (person_id);
  CREATE TABLE discussion_quorum (
    discussion_id uuid PRIMARY KEY REFERENCES discussion,
    reached_at timestamptz NOT NULL
  );
`;

const SECURITY = `
  SELECT keep_rows('discussion');
  SELECT keep_rows('discussion_participant');
  SELECT keep_rows('discussion_quorum');
  ALTER TABLE discussion ENABLE ROW LEVEL SECURITY;
  -- One's own record names discussions of other organisations one was in.
  CREATE POLICY discussion_read ON discussion FOR SELECT USING (
    acting_as_system() OR organisation_id = acting_organisation()
    OR EXISTS (SELECT 1 FROM discussion_participant p WHERE p.discussion_id = id AND p.person_id = acting_person()));
  CREATE POLICY discussion_add ON discussion FOR INSERT WITH CHECK (
    acting_as_system() OR (organisation_id = acting_organisation() AND opened_by = acting_person()));
  ALTER TABLE discussion_participant ENABLE ROW LEVEL SECURITY;
  CREATE POLICY discussion_participant_own ON discussion_participant USING (acting_as_system() OR person_id = acting_person());
  ALTER TABLE discussion_quorum ENABLE ROW LEVEL SECURITY;
  CREATE POLICY discussion_quorum_read ON discussion_quorum FOR SELECT USING (
    acting_as_system() OR EXISTS (SELECT 1 FROM discussion d WHERE d.id = discussion_id));
  CREATE POLICY discussion_quorum_add ON discussion_quorum FOR INSERT WITH CHECK (acting_as_system());
`;
