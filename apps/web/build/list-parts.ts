import path from 'node:path';
import type { Plugin } from 'vite';

/** Writes `.vite/parts.json`: each part of the built program with the source files it holds. */
export function listParts(): Plugin {
  let root = '';
  return {
    name: 'rounds:list-parts',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
      const parts = chunks.map((chunk) => [
        chunk.fileName,
        Object.keys(chunk.modules)
          .map((id) => path.relative(root, id))
          .toSorted(),
      ]);
      this.emitFile({
        type: 'asset',
        fileName: '.vite/parts.json',
        source: JSON.stringify(Object.fromEntries(parts), null, 1),
      });
    },
  };
}
