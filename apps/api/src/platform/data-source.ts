import type { DataSourceOptions } from 'typeorm';

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
    extra: { options: '-c role=rounds_app -c client_connection_check_interval=500', application_name: 'rounds', keepAlive: true },
  };
}
