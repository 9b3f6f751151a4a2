import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/paths.mjs';
import { runTool } from './run-tool.mjs';
import { sourceFiles } from './source-files.mjs';

const TOOL = path.join(ROOT, 'node_modules/typescript/bin/tsc');
const PROJECTS = [
  'packages/contracts',
  'packages/rules',
  'packages/sealing',
  'packages/content',
  'apps/api',
  'apps/web',
  'apps/web/src/sw',
];

async function checkProject(project) {
  const { code, output } = await runTool([TOOL, '-p', project, '--noEmit', '--listFiles', '--pretty', 'false'], {
    cwd: ROOT,
  });
  const lines = output.split('\n');
  const looksLikeFile = (line) => path.isAbsolute(line) && existsSync(line);
  const seen = lines.filter(looksLikeFile).map((line) => path.relative(ROOT, line));
  const faults = code === 0 ? [] : [lines.filter((line) => !looksLikeFile(line)).join('\n')];
  return { seen, faults };
}

/** tsc over every workspace project, tests included. A file that no project names would go unchecked: a fault too. */
export async function checkTypes() {
  const results = [];
  for (const project of PROJECTS) results.push(await checkProject(project));
  const seen = new Set(results.flatMap((result) => result.seen));
  const unseen = sourceFiles(['apps', 'packages'], /\.tsx?$/).filter((file) => !seen.has(file));
  const faults = [
    ...results.flatMap((result) => result.faults),
    ...unseen.map((file) => `${file} is in no tsconfig.json`),
  ];
  return { faults, note: `${PROJECTS.length} projects` };
}
