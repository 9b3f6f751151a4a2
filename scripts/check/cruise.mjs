import path from 'node:path';
import { ROOT } from '../lib/paths.mjs';
import { runTool } from './run-tool.mjs';

const TOOL = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/** Runs dependency-cruiser with our rules over these folders of a tree; its result as it gives it. */
export async function cruise(cwd, folders) {
  const config = path.join(ROOT, '.dependency-cruiser.cjs');
  const { stdout, stderr } = await runTool([TOOL, '--config', config, '--output-type', 'json', ...folders], { cwd });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`dependency-cruiser gave no result:\n${stderr || stdout}`);
  }
}
