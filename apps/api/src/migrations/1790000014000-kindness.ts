import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What got in the way, kept without the person. */
export class Kindness1790000014000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(BARRIERS);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP FUNCTION add_barrier_answer; DROP TABLE barrier_answer;');
  }
}

/**
 * Rows show in PostgreSQL which transaction wrote them (xmin) and where they lie (ctid); both would lead to the event that
 * was kept with an answer. So an answer's whole month is written anew with it, by the same transaction, in an order of
 * chance and under new ids: any row of the month may be the one that was added. The application cannot write otherwise.
 */
const BARRIERS = `
  CREATE TABLE barrier_answer (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    unit_id uuid NOT NULL REFERENCES unit,
    staff_group text NOT NULL,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    choices text[] NOT NULL CHECK (cardinality(choices) BETWEEN 1 AND 2)
  );
  CREATE INDEX barrier_answer_by_month ON barrier_answer (organisation_id, month);
  ALTER TABLE barrier_answer ENABLE ROW LEVEL SECURITY;
  CREATE POLICY barrier_answer_read ON barrier_answer FOR SELECT USING (acting_as_system());
  GRANT SELECT ON barrier_answer TO rounds_app;

  CREATE FUNCTION add_barrier_answer(organisation uuid, unit uuid, staff_group text, month date, choices text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    answers barrier_answer[];
  BEGIN
    IF organisation IS DISTINCT FROM acting_organisation() AND NOT coalesce(acting_as_system(), false) THEN
      RAISE EXCEPTION 'an answer belongs to the organisation it was given in' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- One at a time: a row that another transaction has just added would be passed over.
    PERFORM pg_advisory_xact_lock(hashtextextended('barriers:' || organisation, 0));
    WITH gone AS (
      DELETE FROM barrier_answer b
      WHERE b.organisation_id = add_barrier_answer.organisation AND b.month = add_barrier_answer.month RETURNING b.*)
    SELECT coalesce(array_agg(gone), '{}') INTO answers FROM gone;
    INSERT INTO barrier_answer (id, organisation_id, unit_id, staff_group, month, choices)
    SELECT gen_random_uuid(), one.organisation_id, one.unit_id, one.staff_group, one.month, one.choices
    FROM (
      SELECT a.organisation_id, a.unit_id, a.staff_group, a.month, a.choices FROM unnest(answers) AS a
      UNION ALL
      SELECT add_barrier_answer.organisation, add_barrier_answer.unit, add_barrier_answer.staff_group,
        add_barrier_answer.month, add_barrier_answer.choices) AS one
    ORDER BY random();
  END $$;
  REVOKE ALL ON FUNCTION add_barrier_answer FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION add_barrier_answer TO rounds_app;
`;
