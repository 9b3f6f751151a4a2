import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PluginOption, ResolvedConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { appManifest } from './app-manifest.ts';
import { learnerFiles } from './learner-files.ts';

/** Files that stand beside the hashed ones and are needed without a network. */
const BESIDE = new Set(['index.html', 'mark.svg']);

/** Our own service worker, with the list of what it keeps; the application registers it when it has nothing better to do. */
export function appWorker(): PluginOption {
  let outDir = '';
  const whereItGoes = {
    name: 'rounds:app-worker-folder',
    configResolved({ root, build }: ResolvedConfig): void {
      outDir = path.resolve(root, build.outDir);
    },
  };
  return [
    whereItGoes,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: appManifest,
      includeManifestIcons: false,
      injectManifest: {
        rollupFormat: 'iife',
        buildPlugins: { vite: [{ name: 'rounds:quiet-worker-build', config: () => ({ logLevel: 'warn' }) }] },
        globPatterns: ['**/*.{js,css,html,svg}'],
        // Named by their content: the browser's own copy of the first visit will do.
        dontCacheBustURLsMatching: /^assets[/]/,
        manifestTransforms: [
          async (entries) => {
            const manifest = path.join(outDir, '.vite/manifest.json');
            // A build that failed comes here too, and its own fault is the one to show.
            const wanted = learnerFiles(existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {});
            return { manifest: entries.filter(({ url }) => BESIDE.has(url) || wanted.has(url)) };
          },
        ],
      },
    }),
  ];
}
