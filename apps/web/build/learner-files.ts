type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[]; assets?: string[] };

/** The build's own account of its parts, by source or part name. */
export type BuildManifest = Record<string, Chunk>;

const OF_DESKS = /^src[/]routes[/](?:educator|cpd-lead|admin)[/]/;

/** Every file that a learner's device can come to need: reached from the document without opening a page of a desk. */
export function learnerFiles(manifest: BuildManifest, from = 'index.html', seen = new Set<string>()): Set<string> {
  const chunk = manifest[from];
  if (!chunk || seen.has(chunk.file)) return seen;
  for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) seen.add(file);
  const lazy = (chunk.dynamicImports ?? []).filter((key) => !OF_DESKS.test(key));
  for (const key of [...(chunk.imports ?? []), ...lazy]) learnerFiles(manifest, key, seen);
  return seen;
}
