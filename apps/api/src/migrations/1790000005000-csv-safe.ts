import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Neutralises a cell that a spreadsheet would run as a formula; the twin of `csvSafe` in platform/csv, for COPY.
 * Plain numbers stay numbers. Rule after Kolibri's `sanitize`, with tab, line ends and full-width signs added.
 */
export class CsvSafe1790000005000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION csv_safe(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE
          WHEN value ~ '^[@+=|%\\t\\r\\n＝＋－＠-]' AND value !~ '^-?[0-9,.]+$' THEN '''' || replace(value, '|', '\\|')
          ELSE value
        END
      $$;
      GRANT EXECUTE ON FUNCTION csv_safe TO rounds_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP FUNCTION csv_safe');
  }
}
