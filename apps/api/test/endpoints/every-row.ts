import type { TestApp } from '../kit/test-app.ts';

/** One hash of every row of every table, but for counts of failures: the same when nothing was changed. */
export function everyRow(app: TestApp): Promise<string> {
  return app.system(async (tx) => {
    const tables = await tx.rows<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'sign_in_throttle'
         AND has_table_privilege(format('%I.%I', schemaname, tablename), 'SELECT') ORDER BY 1`,
    );
    const hashes = tables.map(
      ({ name }) =>
        `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM ${name} t`,
    );
    const rows = await tx.composed<{ name: string; hash: string }>(hashes.join(' UNION ALL '), []);
    return rows.map(({ name, hash }) => `${name} ${hash}`).join('\n');
  });
}
