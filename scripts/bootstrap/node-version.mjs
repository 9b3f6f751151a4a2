import { existsSync } from 'node:fs';
import path from 'node:path';

const BOOTSTRAP = [20, 19];
const TASKS_MAJOR = 24;

/** Why this Node cannot even bootstrap, or undefined. */
export function bootstrapFault(version) {
  const [major, minor] = version.split('.').map(Number);
  const enough = major > BOOTSTRAP[0] || (major === BOOTSTRAP[0] && minor >= BOOTSTRAP[1]);
  return enough ? undefined : `Rounds needs Node ${BOOTSTRAP.join('.')} or newer to start; this is Node ${version}.`;
}

/** The loader of glibc, which the pinned Node asks for; systems with another C library have none. */
const LOADER = { x64: '/lib64/ld-linux-x86-64.so.2', arm64: '/lib/ld-linux-aarch64.so.1' };

function pinnedNode(root, { platform, arch }) {
  const file = path.join(root, 'node_modules', `node-${platform}-${arch}`, 'bin', 'node');
  return existsSync(file) && existsSync(LOADER[arch]) ? file : undefined;
}

/**
 * The Node that runs the tasks: the pinned one, or else our own if it is new enough.
 * @returns {{ path: string, fault?: undefined } | { fault: string }}
 */
export function taskNode(root, system = process) {
  const pinned = pinnedNode(root, system);
  if (pinned) return { path: pinned };
  if (Number(system.versions.node.split('.')[0]) >= TASKS_MAJOR) return { path: system.execPath };
  return {
    fault:
      `No pinned Node ${TASKS_MAJOR} comes with the packages for ${system.platform} ${system.arch}. ` +
      `Install Node ${TASKS_MAJOR} or newer yourself; this is Node ${system.versions.node}.`,
  };
}

/** The environment of a task: its Node and the workspace's tools come first on PATH. */
export function withToolsOnPath(root, node) {
  const first = [path.dirname(node), path.join(root, 'node_modules', '.bin')];
  return { ...process.env, PATH: [...first, process.env.PATH ?? ''].join(path.delimiter) };
}
