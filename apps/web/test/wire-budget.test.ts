/** @jest-environment node */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const WEB = path.join(import.meta.dirname, '..');
/** Bytes after Brotli: all the JavaScript a learner is ever sent. */
const LEARNER_SCRIPTS = 240_000;
/** Bytes after Brotli: scripts, styles and document until the first card; what is left of 190 kB is for data. */
const FIRST_CARD = 160_000;
const SIGN_IN_STYLES = 6_000;

type Chunk = { file: string; imports?: string[]; css?: string[]; dynamicImports?: string[]; isEntry?: boolean };

let out = '';
let manifest: Record<string, Chunk> = {};
let parts: Record<string, string[]> = {};

beforeAll(() => {
  out = mkdtempSync(path.join(tmpdir(), 'rounds-web-'));
  const vite = path.join(WEB, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [vite, 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: WEB,
    env,
    stdio: 'pipe',
  });
  manifest = JSON.parse(readFileSync(path.join(out, '.vite/manifest.json'), 'utf8'));
  parts = JSON.parse(readFileSync(path.join(out, '.vite/parts.json'), 'utf8'));
}, 120_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

/** As sent: the Brotli copy, or the file itself where it is too small for one. */
function sent(file: string): number {
  const full = path.join(out, file);
  return statSync(existsSync(`${full}.br`) ? `${full}.br` : full).size;
}

const sum = (files: Iterable<string>): number => [...files].reduce((total, file) => total + sent(file), 0);

/** A part and all it needs before it runs, styles too. */
function closure(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const file of chunk.css ?? []) seen.add(file);
  for (const one of chunk.imports ?? []) closure(one, seen);
  return seen;
}

/** The parts that hold one of the source files, and what they need. */
function filesFor(holds: (source: string) => boolean): Set<string> {
  const files = closure('index.html');
  for (const [key, chunk] of Object.entries(manifest)) {
    if (parts[chunk.file]?.some(holds)) for (const file of closure(key)) files.add(file);
  }
  return files;
}

const LEARNING = /^src\/routes\/(?:learner|person)\/(?!kept).*\.route\.tsx$/;
/** From Today to a card. */
const FIRST = /^src\/routes\/learner\/(?:today|library|path|module|resume-reading|read)\.route\.tsx$/;
const LEARNER_FEATURES =
  /^src\/features\/(?:accessibility|account|account-menu|after-pass|answer-item|ask-confidence|calibration|cpd-record|discussion|hand-in|left-off|library|module-page|print-page|quiz-result|read-aloud|read-module|report-problem|sign-in-again|take-quiz|to-send|today|visibility|write-reflection|page-news|keep-on-device)\//;
const isOfDesks = (source: string): boolean =>
  /^src\/routes\/(?:educator|cpd-lead|admin)\/.*\.route\.tsx$/.test(source) ||
  (source.startsWith('src/features/') && !LEARNER_FEATURES.test(source));
const scripts = (files: Iterable<string>): string[] => [...files].filter((file) => file.endsWith('.js'));

describe('what goes over the wire', () => {
  test('all the scripts a learner gets', () => {
    const bytes = sum(scripts(filesFor((source) => LEARNING.test(source))));
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(LEARNER_SCRIPTS);
  });

  test('everything but data until the first card is readable', () => {
    const files = [
      ...filesFor((source) => FIRST.test(source)),
      'index.html',
      manifest['src/styles/sign-in.css']?.file ?? '',
    ];
    expect(sum(files)).toBeLessThan(FIRST_CARD);
  });

  test('the style sheet of the sign-in form, under plain class names', () => {
    const file = manifest['src/styles/sign-in.css']?.file ?? '';
    expect(sent(file)).toBeLessThan(SIGN_IN_STYLES);
    expect(readFileSync(path.join(out, file), 'utf8')).toMatch(/\.btn\s*\{/);
  });

  test('nothing of the desks is in a part that a learner is sent', () => {
    const leaked = scripts(filesFor((source) => LEARNING.test(source))).flatMap((file) =>
      (parts[file] ?? []).filter(isOfDesks),
    );
    expect(leaked).toEqual([]);
  });

  test('the service worker keeps all that learning needs, and nothing of the desks', () => {
    const worker = readFileSync(path.join(out, 'service-worker.js'), 'utf8');
    const kept = [...worker.matchAll(/url:\s*"([^"]+)"|"url":"([^"]+)"/g)].map((found) => found[1] ?? found[2] ?? '');
    expect(kept).toEqual(expect.arrayContaining([...filesFor((source) => LEARNING.test(source)), 'index.html']));
    expect(kept.flatMap((file) => (parts[file] ?? []).filter(isOfDesks))).toEqual([]);
    expect(sum(kept.filter((file) => file !== 'manifest.webmanifest'))).toBeLessThan(LEARNER_SCRIPTS);
  });

  test('the document holds no script and no style of its own', () => {
    const html = readFileSync(path.join(out, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|\son\w+=/);
  });
});
