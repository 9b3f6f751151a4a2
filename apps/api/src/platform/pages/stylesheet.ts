import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The style sheet of the pages without script, as the web's build names it. */
const SOURCE = 'src/styles/sign-in.css';

/** Its address, found in the manifest that the web's build leaves beside the assets; null when the web is not built. */
export function stylesheetAddress(webRoot: string | null): string | null {
  const manifest = webRoot === null ? null : path.join(webRoot, '.vite', 'manifest.json');
  if (manifest === null || !existsSync(manifest)) return null;
  const entries = JSON.parse(readFileSync(manifest, 'utf8')) as Record<
    string,
    { file: string; css?: string[] } | undefined
  >;
  const entry = entries[SOURCE];
  const file = entry?.file.endsWith('.css') === true ? entry.file : entry?.css?.[0];
  return file === undefined ? null : `/${file}`;
}
