import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the administrator's lists ask of people, where row-level security shows nothing or a rule is needed twice. */
export class Administration1790000008000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Passwords are hidden from everybody but their owner. Of a member, an administrator sees whether there is one.
      CREATE FUNCTION member_has_password(member uuid, organisation uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        AS $$
          SELECT EXISTS (
            SELECT 1 FROM credential c JOIN membership m ON m.person_id = c.person_id
            WHERE c.person_id = member AND m.organisation_id = organisation
              AND (acting_as_system() OR organisation = acting_organisation()))
        $$;
      REVOKE ALL ON FUNCTION member_has_password FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION member_has_password TO rounds_app;

      -- The units whose administrators have a member in hand: those of posts that are not over on a day; of somebody
      -- whose posts are all over, those of the latest.
      CREATE FUNCTION units_having(member uuid, organisation uuid, day date) RETURNS uuid[]
        LANGUAGE sql STABLE
        AS $$
          SELECT coalesce(array_agg(DISTINCT p.unit_id), '{}') FROM post p
          WHERE p.person_id = member AND p.organisation_id = organisation
            AND coalesce(p.ends_on, 'infinity') >= least(day, (
              SELECT max(coalesce(l.ends_on, 'infinity')) FROM post l
              WHERE l.person_id = member AND l.organisation_id = organisation))
        $$;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP FUNCTION units_having, member_has_password');
  }
}
