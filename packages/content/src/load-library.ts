import type { AuthoredCard } from './authored-card.ts';
import type { AuthoredItem } from './authored-item.ts';
import { countCardWords } from './card-texts.ts';
import { checkLibrary } from './check-library.ts';
import { checkShape } from './check-shape.ts';
import type { Finding } from './finding.ts';
import { listNames, loadModule, readYamlFile } from './load-module.ts';
import type { LoadedModule } from './load-module.ts';
import type { AuthoredMedia, ModuleDraft } from './module-draft.ts';
import { AuthoredPaths } from './module-manifest.ts';
import type { AuthoredPath, ModuleManifest } from './module-manifest.ts';

/** One module as its author wrote it, without a fault. */
export type AuthoredModule = {
  path: AuthoredPath;
  manifest: ModuleManifest;
  cards: AuthoredCard[];
  items: AuthoredItem[];
  media: AuthoredMedia[];
  /** Words on its cards, the number behind its minutes. */
  words: number;
};

export type Library = {
  paths: AuthoredPath[];
  /** Faultless modules in the order of their paths. */
  modules: AuthoredModule[];
  faults: Finding[];
  warnings: Finding[];
};

/** Reads and checks a library folder: paths.yaml and modules/<code>/. A module with a fault is left out. */
export async function loadLibrary(folder: string): Promise<Library> {
  const paths = checkShape(await readYamlFile(folder, 'paths.yaml'), AuthoredPaths);
  const names = await listNames(`${folder}/modules`, 'folders');
  const loaded = await Promise.all(names.map((name) => loadModule(folder, `modules/${name}`)));
  const drafts = loaded.flatMap(({ draft }) => draft ?? []);
  const across = checkLibrary(paths.located, drafts);
  const findings = [...paths.findings, ...loaded.flatMap((one) => one.findings), ...across].toSorted(byPlace);
  const faults = findings.filter(({ severity }) => severity === 'fault');
  return {
    paths: paths.located?.value.toSorted((a, b) => a.position - b.position) ?? [],
    modules: loaded.flatMap((one) => authoredModule(one, faults, paths.located?.value ?? [])).toSorted(byPosition),
    faults,
    warnings: findings.filter(({ severity }) => severity === 'warning'),
  };
}

function authoredModule(
  { draft }: LoadedModule,
  faults: readonly Finding[],
  paths: readonly AuthoredPath[],
): AuthoredModule[] {
  if (!draft || faults.some(({ file }) => isWithin(draft, file))) return [];
  const manifest = draft.manifest.value;
  const cards = draft.cards.map(({ value }) => value);
  const path = paths.find(({ id }) => id === manifest.path);
  if (!path) return [];
  return [{ path, manifest, cards, items: draft.items.value, media: draft.media, words: countCardWords(cards) }];
}

const isWithin = ({ folder }: ModuleDraft, file: string): boolean => file.startsWith(`modules/${folder}/`);

const byPosition = (a: AuthoredModule, b: AuthoredModule): number =>
  a.path.position - b.path.position || a.manifest.position - b.manifest.position;

const byPlace = (a: Finding, b: Finding): number => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1);
