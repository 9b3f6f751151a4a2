import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Learning paths, learning modules, frozen versions, items, sign-offs and reported problems. */
export class Content1790000003000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(SECURITY);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP VIEW current_version;
      DROP FUNCTION matching_versions;
      DROP TABLE library_import, key_correction, problem_answer, problem_report, sign_off, version_retirement, version_media,
        module_version_item, item_version, item, module_version, learning_module, learning_path;
    `);
  }
}

const TABLES = `
  -- organisation_id null: a library path or module, which belongs to its files and is read by every organisation.
  CREATE TABLE learning_path (
    id uuid PRIMARY KEY,
    organisation_id uuid REFERENCES organisation,
    code text NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    position int NOT NULL
  );
  CREATE UNIQUE INDEX learning_path_code ON learning_path (coalesce(organisation_id, id), code);

  CREATE TABLE learning_module (
    id uuid PRIMARY KEY,
    organisation_id uuid REFERENCES organisation,
    code text NOT NULL,
    path_id uuid NOT NULL REFERENCES learning_path,
    position int NOT NULL
  );
  CREATE INDEX learning_module_by_path ON learning_module (path_id, position);

  -- A published version, frozen: no row is ever changed. The current version of a module is its latest, unless retired.
  CREATE TABLE module_version (
    id uuid PRIMARY KEY,
    module_id uuid NOT NULL REFERENCES learning_module,
    organisation_id uuid REFERENCES organisation,
    major int NOT NULL CHECK (major >= 1),
    minor int NOT NULL CHECK (minor >= 0),
    change_note text NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    language text NOT NULL,
    level text NOT NULL,
    audience text[] NOT NULL,
    -- "framework:code"
    capabilities text[] NOT NULL,
    minutes int NOT NULL CHECK (minutes > 0),
    card_count int NOT NULL,
    -- Bytes of the learner document as sent, Brotli; with its media.
    wire_bytes int NOT NULL,
    review_by date NOT NULL,
    file_reviewer jsonb,
    content_hash text NOT NULL,
    published_at timestamptz NOT NULL,
    learner_document bytea NOT NULL,
    learner_document_br bytea NOT NULL,
    etag text NOT NULL,
    marking_document jsonb NOT NULL,
    -- What lists and pages show of the learner document, without its cards' texts: VersionAbout.
    about jsonb NOT NULL,
    search tsvector NOT NULL,
    UNIQUE (module_id, major, minor)
  );
  -- Without a list of pending entries: versions are added seldom, and the list would make the planner shun the index.
  CREATE INDEX module_version_search ON module_version USING gin (search) WITH (fastupdate = off);
  -- What is taken back from learners; records of it stay.
  CREATE TABLE version_retirement (
    version_id uuid PRIMARY KEY REFERENCES module_version,
    retired_at timestamptz NOT NULL,
    reason text NOT NULL
  );
  -- Runs as the owner: under row-level security no text search could use its index. It gives away ids and ranks alone.
  CREATE FUNCTION matching_versions(wanted tsquery) RETURNS TABLE (version_id uuid, rank real)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = public, pg_temp
    AS $$ SELECT id, ts_rank(search, wanted) FROM module_version WHERE search @@ wanted $$;
  REVOKE ALL ON FUNCTION matching_versions FROM PUBLIC;
  -- What learners are offered: the latest version of each module, unless it was taken back.
  CREATE VIEW current_version WITH (security_invoker = true) AS
    SELECT v.* FROM module_version v
    WHERE NOT EXISTS (
        SELECT 1 FROM module_version later
        WHERE later.module_id = v.module_id AND (later.major, later.minor) > (v.major, v.minor))
      AND NOT EXISTS (SELECT 1 FROM version_retirement r WHERE r.version_id = v.id);
  CREATE TABLE version_media (
    version_id uuid NOT NULL REFERENCES module_version,
    file text NOT NULL,
    media_type text NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (version_id, file)
  );

  CREATE TABLE item (
    id uuid PRIMARY KEY,
    module_id uuid NOT NULL REFERENCES learning_module,
    organisation_id uuid REFERENCES organisation,
    code text NOT NULL,
    UNIQUE (module_id, code)
  );
  -- An edition of an item, frozen; several module versions may hold the same one.
  CREATE TABLE item_version (
    id uuid PRIMARY KEY,
    item_id uuid NOT NULL REFERENCES item,
    organisation_id uuid REFERENCES organisation,
    number int NOT NULL,
    kind text NOT NULL,
    content jsonb NOT NULL,
    content_hash text NOT NULL,
    UNIQUE (item_id, number)
  );
  CREATE TABLE module_version_item (
    version_id uuid NOT NULL REFERENCES module_version,
    item_version_id uuid NOT NULL REFERENCES item_version,
    organisation_id uuid REFERENCES organisation,
    position int NOT NULL,
    PRIMARY KEY (version_id, item_version_id)
  );
  CREATE INDEX module_version_item_by_item ON module_version_item (item_version_id);

  -- Library folders that were imported without a fault, by fingerprint; the latest tells whether there is work.
  CREATE TABLE library_import (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    fingerprint text NOT NULL,
    imported_at timestamptz NOT NULL
  );

  -- A named person of the organisation vouches for a version there.
  CREATE TABLE sign_off (
    id uuid PRIMARY KEY,
    version_id uuid NOT NULL REFERENCES module_version,
    organisation_id uuid NOT NULL REFERENCES organisation,
    person_id uuid NOT NULL REFERENCES person,
    person_name text NOT NULL,
    person_title text NOT NULL,
    comment text NOT NULL,
    signed_at timestamptz NOT NULL,
    UNIQUE (version_id, organisation_id)
  );

  CREATE TABLE problem_report (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    organisation_id uuid NOT NULL REFERENCES organisation,
    -- Of the sender, as at the time.
    unit_id uuid NOT NULL REFERENCES unit,
    version_id uuid NOT NULL REFERENCES module_version,
    place jsonb NOT NULL,
    text text NOT NULL,
    reported_at timestamptz NOT NULL
  );
  CREATE INDEX problem_report_by_organisation ON problem_report (organisation_id, reported_at DESC, id);
  CREATE INDEX problem_report_by_person ON problem_report (person_id);
  CREATE TABLE problem_answer (
    id uuid PRIMARY KEY,
    report_id uuid NOT NULL UNIQUE REFERENCES problem_report,
    organisation_id uuid NOT NULL REFERENCES organisation,
    person_id uuid NOT NULL REFERENCES person,
    text text NOT NULL,
    answered_at timestamptz NOT NULL
  );

  -- A wrong key, mended for marking from now on and for marks made again; the frozen version stays as it was.
  CREATE TABLE key_correction (
    id uuid PRIMARY KEY,
    item_version_id uuid NOT NULL REFERENCES item_version,
    organisation_id uuid NOT NULL REFERENCES organisation,
    person_id uuid NOT NULL REFERENCES person,
    key jsonb NOT NULL,
    reason text NOT NULL,
    corrected_at timestamptz NOT NULL
  );
  CREATE INDEX key_correction_by_item ON key_correction (item_version_id, organisation_id, corrected_at DESC);
`;

const OWNED_OR_LIBRARY = [
  'learning_path',
  'learning_module',
  'module_version',
  'item',
  'item_version',
  'module_version_item',
];

const SECURITY = `
  GRANT SELECT, INSERT, UPDATE ON learning_path, learning_module TO rounds_app;
  GRANT SELECT ON current_version TO rounds_app;
  GRANT EXECUTE ON FUNCTION matching_versions TO rounds_app;
  SELECT keep_rows('library_import');
  ALTER TABLE library_import ENABLE ROW LEVEL SECURITY;
  CREATE POLICY library_import_system ON library_import USING (acting_as_system());
  ${['module_version', 'version_retirement', 'version_media', 'item', 'item_version', 'module_version_item', 'sign_off', 'problem_report', 'problem_answer', 'key_correction'].map((table) => `SELECT keep_rows('${table}');`).join('\n  ')}
  ${OWNED_OR_LIBRARY.map(
    (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_read ON ${table} FOR SELECT USING (
    acting_as_system() OR organisation_id IS NULL OR organisation_id = acting_organisation());
  CREATE POLICY ${table}_add ON ${table} FOR INSERT WITH CHECK (acting_as_system() OR organisation_id = acting_organisation());
  CREATE POLICY ${table}_change ON ${table} FOR UPDATE USING (acting_as_system() OR organisation_id = acting_organisation());`,
  ).join('')}
  ${['version_retirement', 'version_media']
    .map(
      (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_read ON ${table} FOR SELECT USING (
    acting_as_system() OR EXISTS (SELECT 1 FROM module_version v WHERE v.id = version_id));
  CREATE POLICY ${table}_add ON ${table} FOR INSERT WITH CHECK (acting_as_system() OR EXISTS (
    SELECT 1 FROM module_version v WHERE v.id = version_id AND v.organisation_id = acting_organisation()));`,
    )
    .join('')}
  ${['sign_off', 'problem_answer', 'key_correction', 'problem_report']
    .map(
      (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_mine ON ${table} USING (acting_as_system() OR organisation_id = acting_organisation());`,
    )
    .join('')}
`;
