import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one way to delete from append-only tables. It runs as the owner of the schema, whom `refuse_change` lets pass while
 * `rounds.erasing` is on. A table that comes to hold people later is added here by a new version of the function; a test
 * holds it against every foreign key to person.
 */
export class Erasure1790000009000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(ERASE_PERSON);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP FUNCTION erase_person');
  }
}

/**
 * Deleted: all that a person did, wrote and was, in every organisation. Kept without a name: the person's row, for what
 * others rely on (answers, sign-offs, corrections of keys, what they asked others to do again, links made for others, the
 * audit log). A reviewer's name on other people's completions stays: those people show it at appraisal.
 */
const ERASE_PERSON = `
  CREATE FUNCTION erase_person(erased uuid, actor uuid, reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE
    addresses text[];
  BEGIN
    IF NOT coalesce(acting_as_system(), false) THEN
      RAISE EXCEPTION 'erasing needs the system''s scope' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF coalesce(trim(reason), '') = '' THEN
      RAISE EXCEPTION 'erasing needs a reason' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM 1 FROM person WHERE id = erased AND erased_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'there is nobody to erase' USING ERRCODE = 'no_data_found';
    END IF;
    SELECT coalesce(array_agg(lower(address)), '{}') INTO addresses
      FROM (SELECT email FROM person WHERE id = erased
        UNION SELECT invited_email FROM membership WHERE person_id = erased) known (address)
      WHERE address IS NOT NULL;

    INSERT INTO audit_event (id, at, action, actor_person_id, organisation_id, subject_person_id, detail)
      SELECT uuidv7(), now(), 'person.erased', actor, m.organisation_id, erased, jsonb_build_object('reason', reason)
      FROM (SELECT organisation_id FROM membership WHERE person_id = erased
        UNION ALL SELECT NULL WHERE NOT EXISTS (SELECT 1 FROM membership WHERE person_id = erased)) m;

    PERFORM set_config('rounds.erasing', 'on', true);
    DELETE FROM reflection WHERE person_id = erased;
    DELETE FROM cpd_record WHERE person_id = erased;
    DELETE FROM mark WHERE person_id = erased;
    DELETE FROM recertification WHERE person_id = erased;
    DELETE FROM completion WHERE person_id = erased;
    DELETE FROM attempt WHERE person_id = erased;
    DELETE FROM discussion_participant WHERE person_id = erased;
    DELETE FROM module_start WHERE person_id = erased;
    DELETE FROM learner_event WHERE person_id = erased;
    DELETE FROM event_set_aside WHERE person_id = erased;
    DELETE FROM hand_in WHERE person_id = erased;
    DELETE FROM storage_warning WHERE person_id = erased;
    DELETE FROM statement_outbox WHERE statement #>> '{actor,account,name}' = erased::text;
    UPDATE problem_report SET text = '(erased)' WHERE person_id = erased;
    UPDATE sign_off SET person_name = 'Erased person', person_title = '' WHERE person_id = erased;
    UPDATE audit_event SET source_address = NULL WHERE actor_person_id = erased OR subject_person_id = erased;
    -- Nothing in discussion, problem_answer and key_correction but the reference, which now leads to a row without a name.

    DELETE FROM person_preference WHERE person_id = erased;
    DELETE FROM session WHERE person_id = erased;
    DELETE FROM credential WHERE person_id = erased;
    DELETE FROM one_use_link WHERE person_id = erased;
    DELETE FROM role_grant WHERE person_id = erased;
    DELETE FROM post WHERE person_id = erased;
    DELETE FROM membership WHERE person_id = erased;
    DELETE FROM demo_mail WHERE lower(recipient) = ANY (addresses);
    DELETE FROM pgboss.job
      WHERE data #>> '{data,personId}' = erased::text
        OR lower(data #>> '{data,email}') = ANY (addresses)
        OR lower(data #>> '{data,oldEmail}') = ANY (addresses);
    UPDATE person SET given_name = 'Erased', family_name = 'person', email = NULL, erased_at = now() WHERE id = erased;
    PERFORM set_config('rounds.erasing', 'off', true);
  END $$;
  REVOKE ALL ON FUNCTION erase_person FROM PUBLIC;
`;
