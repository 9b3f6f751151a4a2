import { createServer } from 'node:net';
import { defineConfig, type Project } from '@playwright/test';

const TOP = '../..';

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Chosen once: the test processes read this file again and find it in their environment. */
const port = (process.env['BROWSER_TEST_PORT'] ??= String(await freePort()));
const baseURL = `http://127.0.0.1:${port}`;

const at = (name: string, width: number, height: number): Project => ({ name, use: { viewport: { width, height } } });

/** The product as `npm start` starts it, on a fresh database, in the system's own Chromium. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1,
  forbidOnly: true,
  // Long enough for a slow machine: only what fails waits so long.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  // What is the same at any width is tried on the phone alone.
  projects: [at('phone', 360, 740), { ...at('desktop', 1280, 800), testIgnore: ['outbox.spec.ts', '**/phone/**'] }],
  webServer: {
    command: 'node scripts/test/fresh-product.mjs',
    cwd: TOP,
    url: `${baseURL}/api/health/ready`,
    // Empty: the default, whatever a developer's .env says.
    env: {
      PORT: port,
      LOG_LEVEL: 'warn',
      DEMO_HISTORY: '0',
      ...Object.fromEntries(
        ['HOST', 'DATABASE_URL', 'DEMO', 'DEMO_ANCHOR', 'PUBLIC_URL', 'SMTP_URL'].map((name) => [name, '']),
      ),
    },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
  },
});
