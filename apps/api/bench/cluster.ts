import { readFileSync, readdirSync } from 'node:fs';
import pg from 'pg';
import { migrate } from '../src/platform/migrate.ts';

const LAUNCHER = '../../../scripts/postgres/throw-away.mjs';
type Server = { url: string; stop: () => Promise<void> };

/** A PostgreSQL of the benchmark's own, with fsync on as in production. */
export type Cluster = { url: string; serverUrl: string; postmaster: number; stop: () => Promise<void> };

export async function startCluster(): Promise<Cluster> {
  const launcher: { startThrowAway: (options: object) => Promise<Server> } = await import(LAUNCHER);
  const server = await launcher.startThrowAway({
    durable: true,
    settings: { max_connections: '100', shared_buffers: '256MB' },
  });
  const serverUrl = server.url.replace(/\/[^/]*$/, '');
  await once(`${serverUrl}/postgres`, 'CREATE DATABASE bench');
  const url = `${serverUrl}/bench`;
  await migrate(url);
  return { url, serverUrl, postmaster: await postmasterOf(url), stop: server.stop };
}

export async function once(url: string, text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** The server's own process: the parent of the one that answers. */
async function postmasterOf(url: string): Promise<number> {
  const { rows } = await once(url, 'SELECT pg_backend_pid() AS pid');
  return statOf(rows[0].pid)?.parent ?? 0;
}

/** Seconds of processor time that the server and all its children have used, children that ended among them. */
export function clusterCpuSeconds({ postmaster }: Cluster): number {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const stats = pids.map(statOf).filter((stat) => stat !== null);
  return stats
    .filter(({ pid, parent }) => pid === postmaster || parent === postmaster)
    .reduce((sum, stat) => sum + stat.cpu + (stat.pid === postmaster ? stat.endedChildren : 0), 0);
}

export function cpuSeconds(pid: number): number {
  return statOf(pid)?.cpu ?? 0;
}

/** Clock ticks a second in /proc; 100 on Linux. */
const TICKS = 100;

function statOf(pid: number): { pid: number; parent: number; cpu: number; endedChildren: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number);
    const [parent = 0] = fields.slice(1);
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11);
    return { pid, parent, cpu: (user + system) / TICKS, endedChildren: (childUser + childSystem) / TICKS };
  } catch {
    return null;
  }
}
