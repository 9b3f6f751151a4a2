import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The application's role, the settings that row-level security reads, the append-only rule, and the audit log. */
export class Platform1790000001000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- An administrator may have made the role and granted it: then the owner needs no right to make roles.
      DO $$ BEGIN
        IF to_regrole('rounds_app') IS NULL THEN CREATE ROLE rounds_app NOLOGIN; END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
      DO $$ BEGIN
        IF NOT pg_has_role('rounds_app', 'SET') THEN EXECUTE format('GRANT rounds_app TO %I', current_user); END IF;
      END $$;
      GRANT USAGE ON SCHEMA public TO rounds_app;

      CREATE FUNCTION acting_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('rounds.person', true), '')::uuid $$;
      CREATE FUNCTION acting_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('rounds.organisation', true), '')::uuid $$;
      CREATE FUNCTION acting_as_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT current_setting('rounds.scope', true) = 'system' $$;

      -- Only the erasing function, which runs as the owner of the schema, may pass.
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF current_setting('rounds.erasing', true) = 'on' AND current_user <> 'rounds_app' THEN
            RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
          END IF;
          RAISE EXCEPTION 'rows of % are kept: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
        END $$;

      -- Makes a table append-only, for everybody, and readable and extendable by the application.
      CREATE FUNCTION keep_rows(kept regclass) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          EXECUTE format('CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
          EXECUTE format('CREATE TRIGGER keep_table BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
          EXECUTE format('GRANT SELECT, INSERT ON %s TO rounds_app', kept);
        END $$;

      CREATE TABLE audit_event (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        action text NOT NULL,
        actor_person_id uuid,
        organisation_id uuid,
        unit_id uuid,
        subject_person_id uuid,
        detail jsonb NOT NULL DEFAULT '{}',
        source_address text,
        correlation_id text
      );
      -- The log as it is read, latest first; of one kind of action, which also lists the kinds; of one person.
      CREATE INDEX audit_event_by_organisation ON audit_event (organisation_id, at, id);
      CREATE INDEX audit_event_by_action ON audit_event (organisation_id, action, at, id);
      CREATE INDEX audit_event_by_subject ON audit_event (subject_person_id, at);
      CREATE INDEX audit_event_by_actor ON audit_event (actor_person_id, at);
      SELECT keep_rows('audit_event');
      ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
      CREATE POLICY audit_event_read ON audit_event FOR SELECT
        USING (acting_as_system() OR organisation_id = acting_organisation());
      CREATE POLICY audit_event_add ON audit_event FOR INSERT
        WITH CHECK (acting_as_system() OR organisation_id IS NULL OR organisation_id = acting_organisation());
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE audit_event;
      DROP FUNCTION keep_rows, refuse_change, acting_as_system, acting_organisation, acting_person;
    `);
  }
}
