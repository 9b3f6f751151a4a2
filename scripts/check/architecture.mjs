import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../lib/paths.mjs';
import { CANARIES } from './architecture-canaries.mjs';
import { cruise } from './cruise.mjs';
import { inPlantedTree, plantFile } from './plant.mjs';
import { sourceFiles } from './source-files.mjs';

const FOLDERS = ['apps', 'packages', 'scripts'];
const SOURCE = /\.(ts|tsx|mjs|cjs|js)$/;

const isBetweenPackages = ({ source, dependencies }) =>
  source.startsWith('apps/') && dependencies.some(({ resolved }) => resolved.startsWith('packages/contracts/src/'));

/** What the tool may not have seen: a cruiser that finds nothing also finds no fault. */
function unseen(modules) {
  const seen = new Set(modules.map(({ source }) => source));
  const missing = sourceFiles(FOLDERS, SOURCE).filter((file) => !seen.has(file));
  const faults = missing.map((file) => `${file} was not looked at`);
  if (!modules.some(isBetweenPackages)) faults.push('no import of the contracts from an app was recognised');
  return faults;
}

/** The import rules over the whole tree. */
export async function checkArchitecture() {
  const { modules, summary } = await cruise(ROOT, FOLDERS);
  const broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  const note = `${modules.length} modules, ${summary.totalDependenciesCruised} imports`;
  return { faults: [...broken, ...unseen(modules)], note };
}

function specifier(from, to) {
  if (to === null) return './nowhere.ts';
  if (to.startsWith('node:')) return to;
  if (to.startsWith('node_modules/')) return to.slice('node_modules/'.length).replace('/index.js', '');
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

function plant(root) {
  for (const [, from, to] of CANARIES) {
    if (to && !to.startsWith('node:')) plantFile(root, to, '');
    plantFile(root, from, `import '${specifier(from, to)}';\n`);
  }
  plantFile(root, 'tsconfig.base.json', '{ "compilerOptions": { "module": "nodenext" } }');
  plantFile(root, 'package.json', '{ "type": "module" }');
}

/** Every rule must fire on each of its planted violations, and every rule must have one. */
export function checkArchitectureCanaries() {
  return inPlantedTree(async (root) => {
    plant(root);
    const { summary } = await cruise(root, FOLDERS);
    const fired = new Set(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`));
    const silent = CANARIES.filter(([rule, from]) => !fired.has(`${rule} ${from}`));
    const rules = createRequire(import.meta.url)(path.join(ROOT, '.dependency-cruiser.cjs')).forbidden;
    const untried = rules.filter(({ name }) => !CANARIES.some(([rule]) => rule === name));
    const faults = [
      ...silent.map(([rule, from, to]) => `${rule} lets ${from} import ${to ?? 'a file that is not there'}`),
      ...untried.map(({ name }) => `${name} has no canary`),
    ];
    return { faults, note: `${CANARIES.length} planted violations of ${rules.length} rules` };
  });
}
