import { brotliCompressSync } from 'node:zlib';
import type { Finding } from './finding.ts';
import { LIBRARY_FOLDER } from './library-folder.ts';
import { loadLibrary } from './load-library.ts';
import type { AuthoredModule } from './load-library.ts';
import { publishModule } from './publish-module.ts';

/** `npm run content:check [folder]`: prints every finding and one line a module; fails on a fault. */
const folder = process.argv[2] ?? LIBRARY_FOLDER;
const { modules, faults, warnings } = await loadLibrary(folder);
for (const warning of warnings) console.log(sayFinding(warning));
for (const fault of faults) console.log(sayFinding(fault));
for (const one of modules) console.log(describeModule(one));
console.log(`${modules.length} modules ready, ${faults.length} faults, ${warnings.length} warnings`);
process.exitCode = faults.length > 0 ? 1 : 0;

function sayFinding({ file, line, severity, message }: Finding): string {
  return `${file}:${line}: ${severity}: ${message}`;
}

function describeModule(authored: AuthoredModule): string {
  const { manifest, cards, items, words } = authored;
  const bytes = Buffer.from(JSON.stringify(publishModule(authored).learnerDocument));
  const perOutcome = manifest.outcomes.map(({ id }) => items.filter(({ outcome }) => outcome === id).length);
  const decisions = cards.filter((card) => card.kind === 'decide-first');
  const misled = decisions.filter(({ key, tool }) => tool.suggests !== key).length;
  return [
    `${manifest.id} ${manifest.version}: ${manifest.minutes} min`,
    `${words} words`,
    `${cards.length} cards`,
    `${items.length} items (${perOutcome.join('/')})`,
    `tool wrong in ${misled} of ${decisions.length} decide-first`,
    `${kilobytes(bytes.length)} kB, ${kilobytes(brotliCompressSync(bytes).length)} kB with Brotli`,
  ].join(', ');
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
