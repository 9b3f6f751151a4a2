const LAUNCHER = '../../../../scripts/postgres/throw-away.mjs';
type Cluster = { url: string; stop: () => Promise<void> };
type Launcher = { startThrowAway: () => Promise<Cluster> };

let cluster: Cluster | null = null;

/** Starts a PostgreSQL of this run's own and names it to the workers. */
export async function holdServer(): Promise<void> {
  const launcher: Launcher = await import(LAUNCHER);
  cluster = await launcher.startThrowAway();
  process.env['TEST_DATABASE_SERVER'] = cluster.url.replace(/\/[^/]*$/, '');
}

export async function releaseServer(): Promise<void> {
  await cluster?.stop();
}
