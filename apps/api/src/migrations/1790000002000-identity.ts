import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, units, people, posts, roles, sign-in. */
export class Identity1790000002000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(SECURITY);
    await q.query(POSTS);
    await q.query(SESSION_ACTOR);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP FUNCTION session_actor, main_post, posts_on;
      DROP TABLE sign_in_throttle, one_use_link, session, credential, role_grant, post, membership, person, unit, organisation;
    `);
  }
}

const TABLES = `
  CREATE TABLE organisation (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    short_code text NOT NULL UNIQUE CHECK (short_code = lower(short_code) AND short_code ~ '^[a-z0-9-]{2,20}$'),
    time_zone text NOT NULL DEFAULT 'Europe/London',
    created_at timestamptz NOT NULL
  );
  -- A tree. ancestors holds the unit itself and every unit above it, root first.
  CREATE TABLE unit (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    parent_id uuid REFERENCES unit,
    name text NOT NULL,
    ancestors uuid[] NOT NULL,
    created_at timestamptz NOT NULL,
    closed_at timestamptz,
    CHECK (ancestors[cardinality(ancestors)] = id)
  );
  CREATE UNIQUE INDEX unit_root ON unit (organisation_id) WHERE parent_id IS NULL;
  CREATE INDEX unit_by_organisation ON unit (organisation_id);
  CREATE UNIQUE INDEX unit_name ON unit (organisation_id, coalesce(parent_id, id), lower(name)) WHERE closed_at IS NULL;

  CREATE TABLE person (
    id uuid PRIMARY KEY,
    given_name text NOT NULL,
    family_name text NOT NULL,
    email text,
    created_at timestamptz NOT NULL,
    -- Set when the person's data was erased; the row stays, nameless, for what still points at it.
    erased_at timestamptz
  );
  CREATE UNIQUE INDEX person_email ON person (lower(email));
  -- The administrator's list of people, page by page.
  CREATE INDEX person_by_name ON person (family_name COLLATE "und-x-icu", given_name COLLATE "und-x-icu", id);

  CREATE TABLE membership (
    person_id uuid NOT NULL REFERENCES person,
    organisation_id uuid NOT NULL REFERENCES organisation,
    staff_number text,
    joined_at timestamptz NOT NULL,
    -- Until the person accepts this organisation's own invitation: a password set through another organisation's
    -- invitation opens nothing here.
    pending boolean NOT NULL DEFAULT false,
    -- What the organisation typed, until the invitation is accepted. Whether it is anybody's is found out then: the
    -- membership goes over to that person, or the address becomes this person's own.
    invited_email text CHECK (pending OR invited_email IS NULL),
    suspended_at timestamptz,
    PRIMARY KEY (person_id, organisation_id)
  );
  CREATE UNIQUE INDEX membership_staff_number ON membership (organisation_id, lower(staff_number));
  CREATE UNIQUE INDEX membership_invited_email ON membership (organisation_id, lower(invited_email));
  CREATE INDEX membership_by_organisation ON membership (organisation_id, person_id);

  CREATE TABLE post (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    unit_id uuid NOT NULL REFERENCES unit,
    title text NOT NULL,
    staff_group text NOT NULL,
    main boolean NOT NULL DEFAULT true,
    starts_on date NOT NULL,
    ends_on date,
    FOREIGN KEY (person_id, organisation_id) REFERENCES membership ON UPDATE CASCADE,
    CHECK (ends_on IS NULL OR ends_on >= starts_on)
  );
  CREATE INDEX post_by_person ON post (person_id, organisation_id);
  CREATE INDEX post_by_unit ON post (unit_id);

  CREATE TABLE role_grant (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('educator', 'reviewer', 'cpd-lead', 'team-manager', 'administrator')),
    unit_id uuid NOT NULL REFERENCES unit,
    granted_at timestamptz NOT NULL,
    ended_at timestamptz,
    FOREIGN KEY (person_id, organisation_id) REFERENCES membership ON UPDATE CASCADE
  );
  CREATE UNIQUE INDEX role_grant_current ON role_grant (person_id, organisation_id, role, unit_id) WHERE ended_at IS NULL;

  CREATE TABLE credential (
    person_id uuid PRIMARY KEY REFERENCES person,
    password_hash text NOT NULL,
    changed_at timestamptz NOT NULL
  );
  CREATE TABLE session (
    token_hash bytea PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    person_id uuid NOT NULL REFERENCES person,
    -- Null until a person of several organisations has chosen one.
    organisation_id uuid REFERENCES organisation,
    shared_device boolean NOT NULL,
    user_agent text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    idle_until timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz
  );
  CREATE INDEX session_by_person ON session (person_id) WHERE ended_at IS NULL;

  CREATE TABLE one_use_link (
    token_hash bytea PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    purpose text NOT NULL CHECK (purpose IN ('invitation', 'joining-code', 'password-reset', 'first-administrator')),
    person_id uuid NOT NULL REFERENCES person,
    organisation_id uuid REFERENCES organisation,
    made_by uuid REFERENCES person,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    withdrawn_at timestamptz
  );
  CREATE INDEX one_use_link_by_person ON one_use_link (person_id);

  -- key_hash: SHA-256 of what is counted, as "account:<identifier>" or "address:<source address>".
  CREATE TABLE sign_in_throttle (
    key_hash bytea PRIMARY KEY,
    failures int NOT NULL,
    last_failed_at timestamptz NOT NULL
  );
  CREATE INDEX sign_in_throttle_by_age ON sign_in_throttle (last_failed_at);
`;

const SECURITY = `
  GRANT SELECT, INSERT, UPDATE ON organisation, unit, person, membership, post, role_grant, credential, session, one_use_link TO rounds_app;
  GRANT DELETE ON session, one_use_link TO rounds_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_throttle TO rounds_app;

  ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
  CREATE POLICY organisation_mine ON organisation USING (
    acting_as_system() OR id = acting_organisation()
    OR id IN (SELECT m.organisation_id FROM membership m WHERE m.person_id = acting_person()))
    WITH CHECK (acting_as_system());
  ALTER TABLE unit ENABLE ROW LEVEL SECURITY;
  CREATE POLICY unit_mine ON unit USING (acting_as_system() OR organisation_id = acting_organisation());
  ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
  CREATE POLICY membership_mine ON membership USING (
    acting_as_system() OR organisation_id = acting_organisation() OR person_id = acting_person())
    WITH CHECK (acting_as_system() OR organisation_id = acting_organisation());
  ALTER TABLE person ENABLE ROW LEVEL SECURITY;
  CREATE POLICY person_mine ON person USING (
    acting_as_system() OR id = acting_person()
    OR EXISTS (SELECT 1 FROM membership m WHERE m.person_id = person.id AND m.organisation_id = acting_organisation()))
    WITH CHECK (acting_as_system() OR id = acting_person()
    OR EXISTS (SELECT 1 FROM membership m WHERE m.person_id = person.id AND m.organisation_id = acting_organisation()));
  -- A new person belongs to nobody until the membership is there.
  CREATE POLICY person_add ON person FOR INSERT WITH CHECK (acting_organisation() IS NOT NULL);
  ALTER TABLE post ENABLE ROW LEVEL SECURITY;
  CREATE POLICY post_mine ON post USING (acting_as_system() OR organisation_id = acting_organisation());
  ALTER TABLE role_grant ENABLE ROW LEVEL SECURITY;
  CREATE POLICY role_grant_mine ON role_grant USING (acting_as_system() OR organisation_id = acting_organisation());
  ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
  CREATE POLICY credential_mine ON credential USING (acting_as_system() OR person_id = acting_person());
  ALTER TABLE session ENABLE ROW LEVEL SECURITY;
  CREATE POLICY session_mine ON session USING (acting_as_system() OR person_id = acting_person());
  ALTER TABLE one_use_link ENABLE ROW LEVEL SECURITY;
  CREATE POLICY one_use_link_mine ON one_use_link USING (acting_as_system() OR organisation_id = acting_organisation());
  ALTER TABLE sign_in_throttle ENABLE ROW LEVEL SECURITY;
  CREATE POLICY sign_in_throttle_system ON sign_in_throttle USING (acting_as_system());
`;

/**
 * Where a person stands in an organisation on a civil date. One SELECT each and the caller's own rights, so that the
 * planner puts them into the query that asks, as if they were written there.
 */
const POSTS = `
  CREATE FUNCTION posts_on(person uuid, organisation uuid, day date) RETURNS SETOF post
    LANGUAGE sql STABLE
    AS $$
      SELECT * FROM post p
      WHERE p.person_id = person AND p.organisation_id = organisation
        AND p.starts_on <= day AND (p.ends_on IS NULL OR p.ends_on >= day)
    $$;
  -- The one whose unit, title and staff group stand for the person; none where they hold no post.
  CREATE FUNCTION main_post(person uuid, organisation uuid, day date) RETURNS SETOF post
    LANGUAGE sql STABLE
    AS $$ SELECT * FROM posts_on(person, organisation, day) p ORDER BY p.main DESC, p.starts_on, p.id LIMIT 1 $$;
`;

/** One look-up a request: the session's person, organisation, today's posts, and roles with their units expanded downwards. */
const SESSION_ACTOR = `
  CREATE FUNCTION session_actor(hash bytea, at timestamptz)
  RETURNS TABLE (
    session_id uuid, person_id uuid, organisation_id uuid, shared_device boolean, last_seen_at timestamptz,
    post_unit_ids uuid[], roles jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT s.id, s.person_id, s.organisation_id, s.shared_device, s.last_seen_at,
      coalesce(
        (SELECT array_agg(p.unit_id ORDER BY p.main DESC, p.starts_on, p.id)
          FROM posts_on(s.person_id, s.organisation_id, (at AT TIME ZONE o.time_zone)::date) p),
        (SELECT array[u.id] FROM unit u WHERE u.organisation_id = s.organisation_id AND u.parent_id IS NULL)),
      coalesce(
        (SELECT jsonb_agg(jsonb_build_object('role', r.role, 'unitIds',
            (SELECT jsonb_agg(u.id) FROM unit u
              WHERE u.organisation_id = s.organisation_id AND u.ancestors @> array[r.unit_id])))
          FROM role_grant r
          WHERE r.person_id = s.person_id AND r.organisation_id = s.organisation_id AND r.ended_at IS NULL),
        '[]'::jsonb)
    FROM session s
    LEFT JOIN organisation o ON o.id = s.organisation_id
    LEFT JOIN membership m ON m.person_id = s.person_id AND m.organisation_id = s.organisation_id
    WHERE s.token_hash = hash AND s.ended_at IS NULL AND s.idle_until > at AND s.expires_at > at
      AND (s.organisation_id IS NULL OR (m.person_id IS NOT NULL AND m.suspended_at IS NULL AND NOT m.pending))
  $$;
  REVOKE ALL ON FUNCTION session_actor FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION session_actor TO rounds_app;
`;
