import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const API = path.join(import.meta.dirname, '../..');
/** Below apps/api, so that what is built finds its packages; not dist, which may be running. */
const BUILT = path.join(API, 'node_modules/.cache/built-for-tests');

/** Builds the server as it ships. */
export async function buildServer(): Promise<void> {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', BUILT];
  await promisify(execFile)(process.execPath, tsc, { cwd: API }).catch((fault: { stdout?: string }) => {
    throw new Error(`The server cannot be built:\n${fault.stdout}`);
  });
}

/** The built server in a process of its own, over a database that may be shared. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
  ) {}

  /** Resolves once it answers. */
  static async start(databaseUrl: string): Promise<ServerProcess> {
    const port = await freePort();
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, DATABASE_URL: databaseUrl, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'silent' };
    const child = spawn(process.execPath, [path.join(BUILT, 'main.js')], {
      cwd: API,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const server = new ServerProcess(child, `http://127.0.0.1:${port}`);
    while (!(await server.answers())) {
      if (child.exitCode !== null) throw new Error(`The server ended at its start: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return server;
  }

  /** Posts as a signed-in person. Throws where the server goes away before it has answered. */
  async post(token: string, address: string, body: object): Promise<{ status: number; body: unknown }> {
    const headers = { 'content-type': 'application/json', cookie: `rounds=${token}` };
    const response = await fetch(`${this.address}/api/v1${address}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  /** As power failure or the kernel would: no handler runs. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  private async answers(): Promise<boolean> {
    return fetch(`${this.address}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
}
