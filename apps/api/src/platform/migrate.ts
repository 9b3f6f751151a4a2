import { DataSource, QueryFailedError } from 'typeorm';
import { MIGRATIONS } from '../migrations/all.ts';
import { databaseFault } from './start-fault.ts';

/** A server that a firewall hides never answers at all. */
const CONNECT_WITHIN_MS = 10_000;
const NOT_ALLOWED = '42501';

/**
 * Brings the database up to date, as the owner of the schema. Two starts at once wait for each other. Throws a
 * ConfigFault where the database cannot be reached, or its role lacks a right.
 */
export async function migrate(url: string): Promise<number> {
  const owner = new DataSource({
    type: 'postgres',
    url,
    migrations: MIGRATIONS,
    poolSize: 2,
    logging: false,
    connectTimeoutMS: CONNECT_WITHIN_MS,
  });
  await owner.initialize().catch((fault: unknown) => {
    throw databaseFault(url, fault);
  });
  const runner = owner.createQueryRunner();
  try {
    await runner.query(`SELECT pg_advisory_lock(hashtextextended('rounds-migrate', 0))`);
    const done = await owner.runMigrations({ transaction: 'each' });
    return done.length;
  } catch (fault) {
    throw fault instanceof QueryFailedError && fault.driverError.code === NOT_ALLOWED
      ? databaseFault(url, fault)
      : fault;
  } finally {
    await runner.query(`SELECT pg_advisory_unlock(hashtextextended('rounds-migrate', 0))`).catch(() => undefined);
    await runner.release();
    await owner.destroy();
  }
}
