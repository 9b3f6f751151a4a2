import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { aLibrary } from '../test/a-library.ts';
import type { Files } from '../test/a-library.ts';
import { withLibrary } from '../test/with-library.ts';

const command = fileURLToPath(new URL('check.ts', import.meta.url));

const run = (files: Files) =>
  withLibrary(files, async (folder) => {
    const { status, stdout } = spawnSync(process.execPath, [command, folder], { encoding: 'utf8' });
    return { status, stdout };
  });

describe('content:check', () => {
  it('says minutes, words, items and kilobytes of each module, and succeeds', async () => {
    const { status, stdout } = await run(aLibrary());
    expect(stdout).toMatch(
      /^first-module 1\.0: 6 min, 433 words, 8 cards, 12 items \(4\/4\/4\), tool wrong in 1 of 1 decide-first, [\d.]+ kB, [\d.]+ kB with Brotli$/mu,
    );
    expect(stdout).toMatch(/^1 modules ready, 0 faults, 0 warnings$/mu);
    expect(status).toBe(0);
  });

  it('prints a fault as file:line: message, and fails', async () => {
    const files = aLibrary();
    const module = 'modules/first-module/module.yaml';
    const { status, stdout } = await run({
      ...files,
      [module]: String(files[module]).replace('level: foundation', 'level: easy'),
    });
    expect(stdout).toMatch(
      /^modules\/first-module\/module\.yaml:12: fault: `level` must be one of: foundation, intermediate, advanced\.$/mu,
    );
    expect(status).toBe(1);
  });
});
