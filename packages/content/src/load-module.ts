import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AuthoredCard } from './authored-card.ts';
import { AuthoredItems } from './authored-item.ts';
import { checkMedia, mediaType } from './check-media.ts';
import { checkModule } from './check-module.ts';
import { checkShape } from './check-shape.ts';
import type { Finding } from './finding.ts';
import type { AuthoredMedia, ModuleDraft } from './module-draft.ts';
import { ModuleManifest } from './module-manifest.ts';
import { readCardFile } from './read-card-file.ts';
import { readYaml } from './read-yaml.ts';

export type LoadedModule = { draft: ModuleDraft | undefined; findings: Finding[] };

/**
 * Reads and checks one module's folder. `folder` is relative to the library. What the files mean together is checked
 * only when each has the right shape.
 */
export async function loadModule(library: string, folder: string): Promise<LoadedModule> {
  const name = folder.split('/').at(-1) ?? folder;
  const manifest = checkShape(await readYamlFile(library, `${folder}/module.yaml`), ModuleManifest);
  const items = checkShape(await readYamlFile(library, `${folder}/items.yaml`), AuthoredItems);
  const cardFiles = await listNames(join(library, folder, 'cards'), 'files');
  const cards = await Promise.all(cardFiles.map((file) => loadCard(library, `${folder}/cards/${file}`)));
  const shapes = [manifest, items, ...cards];
  const media = await loadMedia(library, folder);
  const findings = [...shapes.flatMap((shape) => shape.findings), ...media.findings];
  const located = cards.flatMap((card) => card.located ?? []);
  if (!manifest.located || !items.located || located.length < cards.length) return { draft: undefined, findings };
  const draft: ModuleDraft = {
    folder: name,
    manifest: manifest.located,
    items: items.located,
    cards: located,
    media: media.found,
  };
  return { draft, findings: [...findings, ...checkMedia(located, media.found, folder), ...checkModule(draft)] };
}

async function loadCard(library: string, file: string) {
  return checkShape(readCardFile(file, await readText(join(library, file))), AuthoredCard);
}

/** A file that is not there reads as a fault on its first line. */
export async function readYamlFile(library: string, file: string) {
  try {
    return readYaml({ file, text: await readText(join(library, file)) });
  } catch (error) {
    if (!isMissing(error)) throw error;
    const finding: Finding = { severity: 'fault', file, line: 1, message: 'There is no such file. Add it.' };
    return { file, value: undefined, lineOf: () => 1, findings: [finding] };
  }
}

async function loadMedia(library: string, folder: string): Promise<{ found: AuthoredMedia[]; findings: Finding[] }> {
  const found: AuthoredMedia[] = [];
  const findings: Finding[] = [];
  for (const file of await listNames(join(library, folder, 'media'), 'files')) {
    const contentType = mediaType(file);
    if (contentType) found.push({ file, contentType, bytes: await readFile(join(library, folder, 'media', file)) });
    else
      findings.push({
        severity: 'fault',
        file: `${folder}/media/${file}`,
        line: 1,
        message: 'Pictures are .svg, .png, .webp or .jpg.',
      });
  }
  return { found, findings };
}

/** Names in a folder, in order, hidden ones left out; none where the folder is not there. */
export async function listNames(folder: string, kind: 'files' | 'folders'): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const wanted = entries.filter((entry) => (kind === 'files' ? entry.isFile() : entry.isDirectory()));
    return wanted
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('.'))
      .toSorted();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Line endings and a byte order mark must not make another text of the same words. */
async function readText(path: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  return text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
