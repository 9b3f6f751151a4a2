import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Gives `run` the name of a file for a test program's JSON report.
 * @returns what `run` returned, and the report; undefined if none was written
 */
export async function withReport(run) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rounds-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const code = await run(file);
    return { code, report: readReport(file) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
