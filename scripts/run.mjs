#!/usr/bin/env node
// `node scripts/run.mjs <task>` under any Node from 20.19: installs what is missing, then runs the task under Node 24.
// Only modules of Node itself may be imported here: nothing is installed yet.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installDependencies } from './bootstrap/install.mjs';
import { bootstrapFault, taskNode, withToolsOnPath } from './bootstrap/node-version.mjs';
import { runToTheEnd } from './bootstrap/run-to-the-end.mjs';
import { ROOT } from './lib/paths.mjs';

const [task = '', ...rest] = process.argv.slice(2);
const file = path.join(ROOT, 'scripts', 'tasks', `${task.replaceAll(':', '-')}.mjs`);

function giveUp(message) {
  console.error(message);
  process.exit(1);
}

const fault = bootstrapFault(process.versions.node);
if (fault) giveUp(fault);
if (!/^[a-z][a-z:-]*$/.test(task) || !existsSync(file))
  giveUp(`There is no task "${task}". See "scripts" in package.json.`);

const installed = await installDependencies(ROOT);
if (installed !== 0) process.exit(installed);

const node = taskNode(ROOT);
if (node.fault) giveUp(node.fault);
// Started by hand, as by a service manager or with nohup, it may outlive the shell that it was started from.
const withCaller = Boolean(process.env.npm_lifecycle_event);
const env = withToolsOnPath(ROOT, node.path);
process.exit(await runToTheEnd(node.path, [file, ...rest], { cwd: ROOT, env, withCaller }));
