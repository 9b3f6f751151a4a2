import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runToTheEnd } from './run-to-the-end.mjs';

const PNPM = '12.21.0';
const STAMP = path.join('node_modules', '.rounds-install');

function packageFolders(root) {
  return ['apps', 'packages'].flatMap((group) => {
    const folder = path.join(root, group);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .sort()
      .map((name) => path.join(group, name));
  });
}

/** A hash of everything that decides what an install puts into node_modules. */
export function installStamp(root) {
  const hash = createHash('sha256').update(`${PNPM} ${process.platform} ${process.arch}`);
  const manifests = packageFolders(root).map((folder) => path.join(folder, 'package.json'));
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', '.npmrc', ...manifests]) {
    const file = path.join(root, name);
    if (existsSync(file)) hash.update(`\0${name}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function isInstalled(root, stamp) {
  const file = path.join(root, STAMP);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

function pnpmCommand() {
  const insidePinnedPnpm = (process.env.npm_config_user_agent ?? '').startsWith(`pnpm/${PNPM} `);
  return insidePinnedPnpm ? ['pnpm'] : ['npx', '--yes', `pnpm@${PNPM}`];
}

/**
 * Installs with the pinned pnpm unless node_modules already holds exactly this lockfile's packages.
 * @returns {Promise<number>} the exit code of the install; 0 if none was needed
 */
export async function installDependencies(root) {
  const stamp = installStamp(root);
  if (isInstalled(root, stamp)) return 0;
  console.log('Installing packages ...');
  const [command, ...args] = pnpmCommand();
  const options = { cwd: root, env: { ...process.env, CI: 'true' }, shell: process.platform === 'win32' };
  const code = await runToTheEnd(
    command,
    [...args, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'],
    options,
  );
  if (code === 0) writeFileSync(path.join(root, STAMP), stamp);
  else
    console.error('The packages could not be installed; the messages above say why. A first start needs the network.');
  return code;
}
