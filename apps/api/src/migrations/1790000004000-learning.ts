import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The learner's records: events, attempts and marks, completions, CPD records, reflections, statements. */
export class Learning1790000004000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(SECURITY);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE statement_outbox, reflection, cpd_record, completion, module_start, mark, attempt, event_set_aside, learner_event;
    `);
  }
}

const TABLES = `
  -- Everything a learner did. payload is the event as sent by the device; occurred_at is the device's own time in it, but
  -- no later than the arrival.
  CREATE TABLE learner_event (
    person_id uuid NOT NULL REFERENCES person,
    id uuid NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    unit_id uuid NOT NULL REFERENCES unit,
    kind text NOT NULL,
    v int NOT NULL,
    version_id uuid REFERENCES module_version,
    device_id uuid NOT NULL,
    seq bigint NOT NULL,
    occurred_at timestamptz NOT NULL,
    zone text NOT NULL,
    received_at timestamptz NOT NULL,
    payload jsonb NOT NULL,
    PRIMARY KEY (person_id, id)
  );
  CREATE INDEX learner_event_by_version ON learner_event (person_id, version_id, received_at, seq);
  CREATE TABLE event_set_aside (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    organisation_id uuid NOT NULL REFERENCES organisation,
    -- As sent; may be no uuid at all.
    event_id text NOT NULL,
    reason text NOT NULL,
    payload jsonb NOT NULL,
    received_at timestamptz NOT NULL
  );
  CREATE INDEX event_set_aside_by_person ON event_set_aside (person_id, event_id);

  CREATE TABLE attempt (
    person_id uuid NOT NULL REFERENCES person,
    id uuid NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    version_id uuid NOT NULL REFERENCES module_version,
    try_number int NOT NULL,
    responses jsonb NOT NULL,
    -- SHA-256 of version, try and responses: other content under a known id is told apart by it.
    content_hash bytea NOT NULL,
    device_id uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    zone text NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, id)
  );
  CREATE INDEX attempt_by_version ON attempt (version_id, person_id, received_at DESC);

  -- First opening of a module in an organisation; unit as at the time.
  CREATE TABLE module_start (
    id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    person_id uuid NOT NULL REFERENCES person,
    organisation_id uuid NOT NULL REFERENCES organisation,
    module_id uuid NOT NULL REFERENCES learning_module,
    version_id uuid NOT NULL REFERENCES module_version,
    unit_id uuid NOT NULL REFERENCES unit,
    staff_group text NOT NULL,
    started_at timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, person_id, module_id)
  );
  CREATE INDEX module_start_by_person ON module_start (person_id, module_id);
  CREATE INDEX module_start_by_unit ON module_start (organisation_id, unit_id);

  CREATE TABLE completion (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    organisation_id uuid NOT NULL REFERENCES organisation,
    unit_id uuid NOT NULL REFERENCES unit,
    -- Names, staff group and post as at the time, so that the row reads the same for ever.
    organisation_name text NOT NULL,
    unit_name text NOT NULL,
    staff_group text NOT NULL,
    module_id uuid NOT NULL REFERENCES learning_module,
    version_id uuid NOT NULL REFERENCES module_version,
    version_label text NOT NULL,
    module_title text NOT NULL,
    path_id uuid NOT NULL REFERENCES learning_path,
    path_title text NOT NULL,
    round int NOT NULL CHECK (round >= 1),
    major int NOT NULL,
    attempt_id uuid NOT NULL,
    -- Who vouched for the content then; null reads "Not yet reviewed by a clinician".
    reviewed_by text,
    occurred_at timestamptz NOT NULL,
    zone text NOT NULL,
    -- The civil date where the learner was.
    completed_on date NOT NULL,
    -- The civil date where the organisation was, by which its leads count.
    organisation_day date NOT NULL,
    received_at timestamptz NOT NULL,
    UNIQUE (person_id, organisation_id, module_id, round),
    FOREIGN KEY (person_id, attempt_id) REFERENCES attempt
  );
  CREATE INDEX completion_by_unit ON completion (organisation_id, unit_id, organisation_day);
  CREATE INDEX completion_by_person ON completion (person_id, completed_on DESC);

  -- sequence 1 is the mark given at submission; later ones were made again after an item was mended.
  CREATE TABLE mark (
    person_id uuid NOT NULL,
    attempt_id uuid NOT NULL,
    sequence int NOT NULL CHECK (sequence >= 1),
    organisation_id uuid NOT NULL REFERENCES organisation,
    raw double precision NOT NULL,
    max double precision NOT NULL,
    pass_mark double precision NOT NULL,
    passed boolean NOT NULL,
    safety_item_missed boolean NOT NULL,
    item_marks jsonb NOT NULL,
    -- What the learner was told of credit, kept so that a repeated submission answers the same.
    credit jsonb NOT NULL,
    -- The completion of its round, if it passed; made after the mark in the same transaction.
    completion_id uuid REFERENCES completion DEFERRABLE INITIALLY DEFERRED,
    correction_id uuid REFERENCES key_correction,
    marked_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, attempt_id, sequence),
    FOREIGN KEY (person_id, attempt_id) REFERENCES attempt
  );

  -- Credit, in minutes; once a person, module and round. No cycle is stored: cycles belong to profiles.
  CREATE TABLE cpd_record (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    organisation_id uuid NOT NULL REFERENCES organisation,
    completion_id uuid NOT NULL UNIQUE REFERENCES completion,
    module_id uuid NOT NULL REFERENCES learning_module,
    version_id uuid NOT NULL REFERENCES module_version,
    round int NOT NULL CHECK (round >= 1),
    activity_title text NOT NULL,
    provider text NOT NULL,
    credit_minutes int NOT NULL CHECK (credit_minutes > 0),
    reviewed_by text,
    standards jsonb NOT NULL,
    completed_on date NOT NULL,
    awarded_at timestamptz NOT NULL,
    UNIQUE (person_id, module_id, round)
  );
  CREATE INDEX cpd_record_by_person ON cpd_record (person_id, completed_on DESC);

  -- Private to its writer. A change is a new row; the latest is shown.
  CREATE TABLE reflection (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    completion_id uuid NOT NULL REFERENCES completion,
    learnt text NOT NULL,
    means text NOT NULL,
    will_do text NOT NULL,
    written_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL
  );
  CREATE INDEX reflection_by_completion ON reflection (person_id, completion_id, written_at DESC);
  -- For the erasure of a person, which deletes completions.
  CREATE INDEX reflection_of_completion ON reflection (completion_id);
  CREATE INDEX mark_of_completion ON mark (completion_id) WHERE completion_id IS NOT NULL;

  -- xAPI statements waiting for a learning record store.
  CREATE TABLE statement_outbox (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    statement jsonb NOT NULL,
    queued_at timestamptz NOT NULL,
    delivered_at timestamptz
  );
  CREATE INDEX statement_outbox_waiting ON statement_outbox (queued_at) WHERE delivered_at IS NULL;
`;

const PERSONS_OWN = ['learner_event', 'event_set_aside', 'attempt', 'mark'];
const PERSON_AND_ORGANISATION = ['module_start', 'completion', 'cpd_record'];

const SECURITY = `
  ${[...PERSONS_OWN, ...PERSON_AND_ORGANISATION, 'reflection'].map((table) => `SELECT keep_rows('${table}');`).join('\n  ')}
  GRANT SELECT, INSERT, UPDATE, DELETE ON statement_outbox TO rounds_app;
  ${[...PERSONS_OWN, 'reflection']
    .map(
      (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_own ON ${table} USING (acting_as_system() OR person_id = acting_person());`,
    )
    .join('')}
  ${PERSON_AND_ORGANISATION.map(
    (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_read ON ${table} FOR SELECT USING (
    acting_as_system() OR organisation_id = acting_organisation() OR person_id = acting_person());
  CREATE POLICY ${table}_add ON ${table} FOR INSERT WITH CHECK (
    acting_as_system() OR (person_id = acting_person() AND organisation_id = acting_organisation()));`,
  ).join('')}
  ALTER TABLE statement_outbox ENABLE ROW LEVEL SECURITY;
  CREATE POLICY statement_outbox_mine ON statement_outbox USING (acting_as_system() OR organisation_id = acting_organisation());
`;
