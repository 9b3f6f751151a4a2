import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/paths.mjs';
import { ACCEPTED, REFUSED } from './lint-canaries.mjs';
import { inPlantedTree, plantFile } from './plant.mjs';
import { runTool } from './run-tool.mjs';

const TOOL = path.join(ROOT, 'node_modules/oxlint/bin/oxlint');
const CONFIG = ['.oxlintrc.json', 'scripts/check/lint-plugin.mjs'];

/** oxlint over the whole tree, with the rules that need types. */
export async function checkLint() {
  const { code, output } = await runTool([TOOL, '--type-aware', '--deny-warnings'], { cwd: ROOT });
  const count = /on (\d+) files/.exec(output)?.[1] ?? '0';
  const faults = code === 0 ? [] : [output];
  if (count === '0') faults.push('no file was linted');
  return { faults, note: `${count} files` };
}

async function lintPlanted(root) {
  const tsconfig = { compilerOptions: { target: 'es2024', module: 'nodenext', strict: true, types: [] } };
  plantFile(root, 'tsconfig.json', JSON.stringify(tsconfig));
  plantFile(root, 'package.json', '{ "type": "module" }');
  for (const file of CONFIG) plantFile(root, file, readFileSync(path.join(ROOT, file), 'utf8'));
  const { stdout, stderr } = await runTool([TOOL, '--type-aware', '-f', 'json'], { cwd: root });
  try {
    return JSON.parse(stdout).diagnostics;
  } catch {
    throw new Error(`oxlint gave no result:\n${stderr || stdout}`);
  }
}

/** Each rule we rely on must refuse its planted violation, and must not refuse what is allowed. */
export function checkLintCanaries() {
  return inPlantedTree(async (root) => {
    for (const [, file, text] of REFUSED) plantFile(root, file, text);
    for (const [file, text] of ACCEPTED) plantFile(root, file, text);
    const found = await lintPlanted(root);
    const fired = new Set(found.map(({ code, filename }) => `${code} ${filename}`));
    const silent = REFUSED.filter(([rule, file]) => !fired.has(`${rule} ${file}`));
    const wronged = found.filter(({ filename }) => ACCEPTED.some(([file]) => file === filename));
    const faults = [
      ...silent.map(([rule, file]) => `${rule} lets the planted ${file} pass`),
      ...wronged.map(({ code, filename }) => `${code} refuses the planted ${filename}`),
    ];
    return { faults, note: `${REFUSED.length} planted violations` };
  });
}
