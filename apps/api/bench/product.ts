import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const MAIN = path.join(import.meta.dirname, '../dist/main.js');
/** As npm start and the image run it. */
const SMALL_YOUNG_SPACE = '--max-semi-space-size=8';
const READY_WITHIN_MS = 30_000;

/** The built product in its own process, as production runs it. */
export type Product = {
  origin: string;
  pid: number;
  readyMs: number;
  residentMb: () => number;
  peakMb: () => number;
  stop: () => Promise<void>;
};

export async function startProduct(databaseUrl: string, port: number): Promise<Product> {
  const begun = performance.now();
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    DEMO: '0',
    DATABASE_POOL: '16',
  };
  const child = spawn(process.execPath, [SMALL_YOUNG_SPACE, MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(origin, child);
  const pid = child.pid ?? 0;
  const memory = (field: string) =>
    Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  return {
    origin,
    pid,
    readyMs: performance.now() - begun,
    residentMb: () => memory('VmRSS'),
    peakMb: () => memory('VmHWM'),
    stop: () => stop(child),
  };
}

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until && child.exitCode === null) {
    const answer = await fetch(`${origin}/api/health/ready`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((again) => setTimeout(again, 20));
  }
  throw new Error('The product did not become ready');
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
