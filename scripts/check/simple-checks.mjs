import path from 'node:path';
import { ROOT } from '../lib/paths.mjs';
import { runTool } from './run-tool.mjs';

const tool = (name) => path.join(ROOT, 'node_modules', name);

async function passes(args) {
  const { code, output } = await runTool(args, { cwd: ROOT });
  return { faults: code === 0 ? [] : [output], output };
}

/** oxfmt: every file as it would write it. */
export async function checkFormat() {
  const { faults, output } = await passes([tool('oxfmt/bin/oxfmt'), '--check']);
  const hint = faults.length > 0 ? ['Write them anew with: npm run format'] : [];
  return { faults: [...faults, ...hint], note: /on (\d+ files)/.exec(output)?.[1] };
}

/** knip: files, exports and packages that nothing uses. */
export async function checkDeadCode() {
  const { faults } = await passes([tool('knip/bin/knip.js'), '--no-progress', '--treat-config-hints-as-errors']);
  return { faults };
}

/** The module library by its own schema: every module complete, every reference found. */
export async function checkContent() {
  const { faults, output } = await passes([path.join(ROOT, 'packages/content/src/check.ts')]);
  return { faults, note: output.split('\n').at(-1) };
}
