import type { INestApplicationContext } from '@nestjs/common';
import { ConfigFault } from '../platform/config.ts';
import { Db, SYSTEM } from '../platform/db.ts';
import { findYear } from './demo-year.store.ts';

/** For production. Throws a ConfigFault for a demo's database: everybody knows the password of its administrator. */
export async function refuseDemoDatabase(app: INestApplicationContext): Promise<void> {
  const year = await app.get(Db).read(SYSTEM, (tx) => findYear(tx));
  if (year === null) return;
  throw new ConfigFault(
    'Rounds cannot start. The database is a demo’s, whose passwords everybody knows. Set DEMO=1, or give production a database to itself.',
  );
}
