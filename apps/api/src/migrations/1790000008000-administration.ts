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

      -- Whom the administrators of a unit have in hand: members with a post there that is not over on a day, and those
      -- whose posts are all over if the latest was there.
      CREATE FUNCTION posts_in_hand(organisation uuid, day date) RETURNS TABLE (person_id uuid, unit_id uuid)
        LANGUAGE sql STABLE
        AS $$
          SELECT p.person_id, p.unit_id FROM post p
          WHERE p.organisation_id = organisation
            AND (p.ends_on IS NULL OR p.ends_on >= day OR NOT EXISTS (
              SELECT 1 FROM post later
              WHERE later.person_id = p.person_id AND later.organisation_id = p.organisation_id
                AND (later.ends_on IS NULL OR later.ends_on > p.ends_on)))
        $$;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP FUNCTION posts_in_hand, member_has_password');
  }
}
