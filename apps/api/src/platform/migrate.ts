import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations/all.ts';

/** Brings the database up to date, as the owner of the schema. Two starts at once wait for each other. */
export async function migrate(url: string): Promise<number> {
  const owner = await new DataSource({
    type: 'postgres',
    url,
    migrations: MIGRATIONS,
    poolSize: 2,
    logging: false,
  }).initialize();
  const runner = owner.createQueryRunner();
  try {
    await runner.query(`SELECT pg_advisory_lock(hashtextextended('rounds-migrate', 0))`);
    const done = await owner.runMigrations({ transaction: 'each' });
    return done.length;
  } finally {
    await runner.query(`SELECT pg_advisory_unlock(hashtextextended('rounds-migrate', 0))`).catch(() => undefined);
    await runner.release();
    await owner.destroy();
  }
}
