// `node --import scripts/swc-hook.mjs <file.ts>` runs apps/api from its source. Node's own type stripping reads no
// decorators; packages/* have none and are left to it.
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { decoratedSwc } from './swc-options.mjs';

const API = new URL('../apps/api/', import.meta.url);
const { transformSync } = createRequire(new URL('package.json', API))('@swc/core');

registerHooks({
  load(url, context, next) {
    if (!url.startsWith(API.href) || !url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const options = { ...decoratedSwc, filename, sourceMaps: 'inline', swcrc: false };
    return {
      format: 'module',
      source: transformSync(readFileSync(filename, 'utf8'), options).code,
      shortCircuit: true,
    };
  },
});
