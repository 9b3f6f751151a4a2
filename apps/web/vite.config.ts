import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { SERVER_PATHS } from '@rounds/contracts/server-paths';
import { appWorker } from './build/app-worker.ts';
import { listParts } from './build/list-parts.ts';
import { precompress } from './build/precompress.ts';

/** The API sees the address the browser used, which it compares with Origin. */
const api = { target: process.env['API_URL'] ?? 'http://127.0.0.1:3000', changeOrigin: false };

const REACT = /node_modules[\\/](?:[.]pnpm[\\/][^\\/]+[\\/]node_modules[\\/])?(?:react|react-dom|scheduler)[\\/]/;

const FIRST = /[\\/]src[\\/]routes[\\/]learner[\\/](?:today|library|path|module|resume-reading|read)[.]route[.]tsx$/;
const LEARNER = /[\\/]src[\\/]routes[\\/](?:learner|person)[\\/](?!kept)[^\\/]+[.]route[.]tsx$/;
const KEPT = /[\\/]src[\\/](?:kept|program|features[\\/](?:page-news|keep-on-device)|routes[\\/]person[\\/]kept)[\\/.]/;

/** The document is sent by the API, whose policy allows no inline script or style. */
export default defineConfig({
  plugins: [react(), listParts(), precompress(), appWorker()],
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries([...SERVER_PATHS, '/assets'].map((path) => [path, api])),
  },
  build: {
    target: 'es2023',
    manifest: true,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The compressed copies take most of a build, and are meant to.
      checks: { bundlerTimings: false },
      input: { app: 'index.html', 'sign-in': 'src/styles/sign-in.css' },
      output: {
        codeSplitting: {
          // Few parts: on ward Wi-Fi a request costs more than a kilobyte. What every page begins with, the way from
          // Today to a card, what comes after it and is fetched while the card is read, and each desk's page by itself.
          groups: [
            { name: 'react', test: REACT, priority: 3 },
            { name: 'app', tags: ['$initial'], test: (id: string) => !id.includes('sign-in.css'), priority: 2 },
            { name: 'learner', test: FIRST, priority: 1 },
            { name: 'later', test: LEARNER },
            // What comes once a card can be read, and from the device itself ever after.
            { name: 'kept', test: KEPT },
          ],
        },
      },
    },
  },
});
