import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { API_PREFIX } from '@rounds/contracts/endpoint';
import type { Version } from './library.ts';
import { learner } from './population.ts';
import { ProductClient } from './product-client.ts';

type Chunk = { file: string; name?: string; css?: string[]; imports?: string[]; src?: string };
const WEB = path.join(import.meta.dirname, '../../web/dist');

/** Bytes on the wire of a page opened first, Brotli: document, code, styles and the answers it asks for. */
export type PageBytes = { page: string; code: number; data: number };

export async function measurePages(origin: string, { moduleId, versionId }: Version): Promise<PageBytes[]> {
  const client = new ProductClient(origin, 1);
  const data = async (paths: string[]): Promise<number> => {
    const sizes = await Promise.all(
      paths.map(async (each) => (await client.get(API_PREFIX + each, learner(1), { 'accept-encoding': 'br' })).length),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  const signIn = await client.get('/sign-in', null, { accept: 'text/html', 'accept-encoding': 'br' });
  const pages: [string, string, string[]][] = [
    ['Today', 'learner', ['/person/me', '/learner/today']],
    ['Library', 'learner', ['/person/me', '/learner/modules']],
    ['Module', 'learner', ['/person/me', `/learner/modules/${moduleId}`]],
    [
      'First card',
      'learner',
      ['/person/me', `/learner/versions/${versionId}/document`, `/learner/versions/${versionId}/state`],
    ],
    ['CPD record', 'learner', ['/person/me', '/learner/cpd-record']],
    ['Completion records', 'completion-records.route', ['/person/me']],
  ];
  const measured = [{ page: 'Sign in', code: signIn.length + styleBytes('src/styles/sign-in.css'), data: 0 }];
  for (const [page, chunk, paths] of pages) measured.push({ page, code: codeBytes(chunk), data: await data(paths) });
  await client.close();
  return measured;
}

const manifest = (): Record<string, Chunk> => JSON.parse(readFileSync(path.join(WEB, '.vite/manifest.json'), 'utf8'));

function styleBytes(source: string): number {
  const chunk = manifest()[source];
  return chunk === undefined ? 0 : sizeOf(chunk.file);
}

/** The document, the entry, and one named chunk, with all that they import. A learner's pages share one. */
function codeBytes(route: string): number {
  const chunks = manifest();
  const files = new Set<string>();
  const seen = new Set<string>();
  const add = (key: string): void => {
    const chunk = chunks[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  for (const [key, { name }] of Object.entries(chunks)) if (key === 'index.html' || name === route) add(key);
  return sizeOf('index.html') + [...files].reduce((sum, file) => sum + sizeOf(file), 0);
}

function sizeOf(file: string): number {
  const compressed = path.join(WEB, `${file}.br`);
  return readFileSync(existsSync(compressed) ? compressed : path.join(WEB, file)).length;
}
