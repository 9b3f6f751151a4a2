import { rmSync } from 'node:fs';
import path from 'node:path';
import { ended, shellCode, spawnGroup, stopGroup } from '../lib/children.mjs';
import { Fault } from '../lib/fault.mjs';
import { waitForLock } from '../lib/lock.mjs';
import { ROOT } from '../lib/paths.mjs';
import { isBuiltFrom, markBuilt, sourceStamp } from './source-stamp.mjs';

const SHARED = [
  'pnpm-lock.yaml',
  'tsconfig.base.json',
  'packages/contracts/src',
  'packages/rules/src',
  'packages/sealing/src',
];

const API = {
  name: 'API',
  sources: [
    ...SHARED,
    'packages/content/src',
    'apps/api/src',
    'apps/api/tsconfig.json',
    'apps/api/tsconfig.build.json',
  ],
  folder: 'apps/api',
  output: 'dist',
  result: 'dist/main.js',
  command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
};

const WEB = {
  name: 'web',
  sources: [
    ...SHARED,
    ...['src', 'public', 'build', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package.json'].map(
      (name) => `apps/web/${name}`,
    ),
  ],
  folder: 'apps/web',
  output: 'dist',
  result: 'dist/index.html',
  command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
};

async function runBuild(life, { name, folder, output, command }) {
  rmSync(path.join(ROOT, folder, output), { recursive: true, force: true });
  const child = spawnGroup(process.execPath, command, { cwd: path.join(ROOT, folder) });
  await life.add(() => stopGroup(child, { graceMs: 1000 }));
  const code = shellCode(await ended(child));
  if (code !== 0) throw new Fault(`The ${name} could not be built; the messages above say why.`);
}

/** Two commands at once, say a start and a test, must not build over each other. */
async function buildOne(life, part) {
  const isDone = (stamp) => isBuiltFrom(part.name, stamp, path.join(part.folder, part.result));
  if (isDone(sourceStamp(part.sources))) return;
  const lock = await waitForLock(path.join(ROOT, 'node_modules', '.cache', 'rounds-build', `${part.name}.lock`));
  try {
    const stamp = sourceStamp(part.sources);
    if (isDone(stamp)) return;
    const begun = Date.now();
    await runBuild(life, part);
    markBuilt(part.name, stamp);
    console.log(`Built the ${part.name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  } finally {
    lock.release();
  }
}

/** Builds what has changed since it was last built: the API by tsc, the web by Vite, side by side. */
export async function buildAll(life) {
  await Promise.all([buildOne(life, API), buildOne(life, WEB)]);
}

/** Builds the API alone, if it has changed. */
export async function buildApi(life) {
  await buildOne(life, API);
}
