import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';

/** A civil date has no zone, so it stays the text `2026-08-03`; as a Date it would slip a day west of Greenwich. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export type PoolSettings = { url: string; pool: number };

/**
 * The application's connections. They take the role `rounds_app`, which owns nothing and bypasses nothing, so that
 * row-level security holds whoever the address signs in as.
 */
export function dataSourceOptions({ url, pool }: PoolSettings): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    logging: false,
    poolSize: pool,
    // The check lets a running query notice that its reader has gone.
    extra: {
      options: '-c role=rounds_app -c client_connection_check_interval=500',
      application_name: 'rounds',
      keepAlive: true,
    },
  };
}
